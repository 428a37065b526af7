-- steps_mean 平均办理环节数. Rows: one item in force.
SELECT {dimensions} f.steps AS x
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.steps IS NOT NULL
  AND {filters}

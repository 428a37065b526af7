-- materials_mean 平均提交材料件数. Rows: one item in force.
SELECT {dimensions} f.materials AS x
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.materials IS NOT NULL
  AND {filters}

-- items 在用事项数. Rows: one item in force.
SELECT {dimensions} 1 AS x
FROM item_now AS f {joins}
WHERE f.is_in_force
  AND {filters}

-- immediate_item_rate 即办事项比例. Rows: one item in force.
SELECT {dimensions} CASE WHEN f.case_type = 'IMMEDIATE' THEN 1 ELSE 0 END AS part
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.case_type IS NOT NULL
  AND {filters}

-- multi_visit_item_share 跑多次事项占比. Rows: one item in force.
SELECT {dimensions} CASE WHEN f.visits_limit > 1 THEN 1 ELSE 0 END AS part
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.visits_limit IS NOT NULL
  AND {filters}

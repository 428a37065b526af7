-- multi_visit_items 跑多次事项数（例外清单）. Rows: one item in force that needs several visits.
SELECT {dimensions} 1 AS x
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.visits_limit > 1
  AND {filters}

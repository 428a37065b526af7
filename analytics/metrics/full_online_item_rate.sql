-- full_online_item_rate 全程网办率（事项）. Rows: one item in force.
SELECT {dimensions} CASE WHEN f.is_full_online THEN 1 ELSE 0 END AS part
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.is_full_online IS NOT NULL
  AND {filters}

-- mobile_item_rate 掌上可办率. Rows: one item in force.
SELECT {dimensions} CASE WHEN f.is_mobile THEN 1 ELSE 0 END AS part
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.is_mobile IS NOT NULL
  AND {filters}

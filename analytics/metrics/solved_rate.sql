-- solved_rate 解决率. Rows: one valid callback that asked.
SELECT {dimensions} CASE WHEN f.is_solved THEN 1 ELSE 0 END AS part
FROM order_callback_clean AS f {joins}
WHERE f.is_valid AND f.is_solved IS NOT NULL
  AND {period}
  AND {filters}

-- order_satisfied_rate 满意率（回访）. Rows: one valid callback with an answer.
SELECT {dimensions} f.is_satisfied AS part
FROM order_callback_clean AS f {joins}
WHERE f.is_valid AND f.is_satisfied IS NOT NULL
  AND {period}
  AND {filters}

-- valid_callback_rate 有效回访率. Rows: one callback.
SELECT {dimensions} CASE WHEN f.is_valid THEN 1 ELSE 0 END AS part
FROM order_callback_clean AS f {joins}
WHERE f.called_at IS NOT NULL
  AND {period}
  AND {filters}

-- callback_rate_named 实名差评回访率. Rows: one case of a named review.
SELECT {dimensions} CASE WHEN f.reached_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.is_named
  AND {period}
  AND {filters}

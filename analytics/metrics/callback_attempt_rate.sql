-- callback_attempt_rate 实名差评回访尝试率. Rows: one case of a named review.
SELECT {dimensions} CASE WHEN f.first_call_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.is_named
  AND {period}
  AND {filters}

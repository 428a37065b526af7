-- effective_bad_rate 有效差评率. Rows: one review that counts in assessment.
SELECT {dimensions} CASE WHEN f.is_bad THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE aside.review_no IS NULL
  AND {period}
  AND {filters}

-- assessed_good_rate 考核口径好评率. Rows: one active review that counts in assessment.
SELECT {dimensions} CASE WHEN f.is_good THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE f.is_active AND aside.review_no IS NULL
  AND {period}
  AND {filters}

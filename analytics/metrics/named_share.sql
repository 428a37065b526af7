-- named_share 实名评价占比. Rows: one active review.
SELECT {dimensions} CASE WHEN f.is_named THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE f.is_active
  AND {period}
  AND {filters}

-- default_share 默认评价占比. Rows: one review.
SELECT {dimensions} CASE WHEN f.is_default THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

-- level_5_share 非常满意占比. Rows: one review.
SELECT {dimensions} CASE WHEN f.level = 5 THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

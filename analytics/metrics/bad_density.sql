-- bad_density 差评密度（每万条评价）. Rows: one review.
SELECT {dimensions} CASE WHEN f.is_bad THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

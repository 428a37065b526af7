-- bad_review_rate 差评率. Rows: one review.
SELECT {dimensions} CASE WHEN f.is_bad THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

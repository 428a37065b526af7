-- bad_reviews 差评数. Rows: one bad review.
SELECT {dimensions} 1 AS x
FROM review_clean AS f {joins}
WHERE f.is_bad
  AND {period}
  AND {filters}

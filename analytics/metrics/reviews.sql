-- reviews 评价数. Rows: one review.
SELECT {dimensions} 1 AS x
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

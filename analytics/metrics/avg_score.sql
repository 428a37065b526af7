-- avg_score 平均分. Rows: one review.
SELECT {dimensions} f.score AS x
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

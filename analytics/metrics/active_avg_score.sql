-- active_avg_score 主动评价平均分. Rows: one active review.
SELECT {dimensions} f.score AS x
FROM review_clean AS f {joins}
WHERE f.is_active
  AND {period}
  AND {filters}

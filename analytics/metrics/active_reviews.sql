-- active_reviews 主动评价数. Rows: one active review.
SELECT {dimensions} 1 AS x
FROM review_clean AS f {joins}
WHERE f.is_active
  AND {period}
  AND {filters}

-- effective_bad_reviews 有效差评数. Rows: one bad review.
SELECT {dimensions} 1 AS x
FROM review_clean AS f {joins}
WHERE f.is_bad AND aside.review_no IS NULL
  AND {period}
  AND {filters}

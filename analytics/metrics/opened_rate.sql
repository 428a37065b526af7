-- opened_rate 差评立案率. Rows: one active bad review.
SELECT {dimensions} CASE WHEN opened.review_no IS NULL THEN 0 ELSE 1 END AS part
FROM review_clean AS f {joins}
WHERE f.is_bad AND f.is_active
  AND {period}
  AND {filters}

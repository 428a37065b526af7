-- good_rate 好评率. Rows: one review.
SELECT {dimensions} CASE WHEN f.is_good THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE {period}
  AND {filters}

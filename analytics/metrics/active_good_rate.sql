-- active_good_rate 主动评价好评率. Rows: one active review.
SELECT {dimensions} CASE WHEN f.is_good THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE f.is_active
  AND {period}
  AND {filters}

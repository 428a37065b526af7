-- unflagged_good_rate 主动且无疑点好评率. Rows: one active review without a flag.
SELECT {dimensions} CASE WHEN f.is_good THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE f.is_active AND flag.review_no IS NULL
  AND {period}
  AND {filters}

-- repeat_bad_rate 重复差评率. Rows: one bad review of a known author.
SELECT {dimensions} CASE WHEN again.is_repeat THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE again.review_no IS NOT NULL
  AND {period}
  AND {filters}

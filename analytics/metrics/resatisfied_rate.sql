-- resatisfied_rate 回访整改满意率. Rows: one rating of a putting right.
SELECT {dimensions} CASE WHEN f.satisfaction IN ('SATISFIED', 'BASICALLY_SATISFIED') THEN 1 ELSE 0 END AS part
FROM case_rating AS f {joins}
WHERE f.satisfaction IS NOT NULL
  AND {period}
  AND {filters}

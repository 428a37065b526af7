-- appeal_rate 申诉率. Rows: one case.
SELECT {dimensions} CASE WHEN f.appealed_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.opened_at IS NOT NULL
  AND {period}
  AND {filters}

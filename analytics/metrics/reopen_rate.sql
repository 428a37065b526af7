-- reopen_rate 重开率. Rows: one closed case.
SELECT {dimensions} CASE WHEN f.reopenings > 0 THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

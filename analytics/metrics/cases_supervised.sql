-- cases_supervised 督办数. Rows: one case.
SELECT {dimensions} 1 AS x
FROM case_clean AS f {joins}
WHERE f.supervised_at IS NOT NULL
  AND {period}
  AND {filters}

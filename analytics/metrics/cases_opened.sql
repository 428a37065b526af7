-- cases_opened 差评立案数. Rows: one case.
SELECT {dimensions} 1 AS x
FROM case_clean AS f {joins}
WHERE f.opened_at IS NOT NULL
  AND {period}
  AND {filters}

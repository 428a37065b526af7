-- cases_closed 差评办结数. Rows: one closed case.
SELECT {dimensions} 1 AS x
FROM case_clean AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

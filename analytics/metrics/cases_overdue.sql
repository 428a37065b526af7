-- cases_overdue 差评超期数. Rows: one case and round past its deadline.
SELECT {dimensions} 1 AS x
FROM case_due AS f {joins}
WHERE NOT f.is_on_time
  AND {period}
  AND {filters}

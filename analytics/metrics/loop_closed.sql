-- loop_closed 办结数（各类诉求）. Rows: one closed case.
SELECT {dimensions} 1 AS x
FROM case_fold AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

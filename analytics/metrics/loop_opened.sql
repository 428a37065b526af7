-- loop_opened 立案数（各类诉求）. Rows: one case.
SELECT {dimensions} 1 AS x
FROM case_fold AS f {joins}
WHERE f.opened_at IS NOT NULL
  AND {period}
  AND {filters}

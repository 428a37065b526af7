-- first_call_hours_mean 平均首次回访时长. Rows: one case that was called.
SELECT {dimensions} EXTRACT(EPOCH FROM (f.first_call_at - f.opened_at)) AS x
FROM case_clean AS f {joins}
WHERE f.first_call_at IS NOT NULL
  AND {period}
  AND {filters}

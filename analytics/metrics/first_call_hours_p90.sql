-- first_call_hours_p90 首次回访时长 P90. Rows: one case with a call.
SELECT {dimensions} EXTRACT(EPOCH FROM (f.first_call_at - f.opened_at)) AS x
FROM case_clean AS f {joins}
WHERE f.first_call_at IS NOT NULL
  AND {period}
  AND {filters}

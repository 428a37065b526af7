-- overdue_days 超期天数合计. Rows: one case and round past its deadline.
SELECT {dimensions} EXTRACT(EPOCH FROM (COALESCE(f.handed_in_at, s.moment) - f.due_at)) / 86400.0 AS x
FROM case_due AS f {joins}
CROSS JOIN as_of AS s
WHERE NOT f.is_on_time AND COALESCE(f.handed_in_at, s.moment) > f.due_at
  AND {period}
  AND {filters}

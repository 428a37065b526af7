-- rectify_days_p90 整改天数 P90. Rows: one case with an accepted reply.
SELECT {dimensions} EXTRACT(EPOCH FROM (f.handed_in_at - f.opened_at)) / 86400.0 AS x
FROM case_clean AS f {joins}
WHERE f.handed_in_at IS NOT NULL
  AND {period}
  AND {filters}

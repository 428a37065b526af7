-- rectify_days_median 整改天数中位数. Rows: one case with an accepted reply.
SELECT {dimensions} EXTRACT(EPOCH FROM (f.handed_in_at - f.opened_at)) / 86400.0 AS x
FROM case_clean AS f {joins}
WHERE f.handed_in_at IS NOT NULL
  AND {period}
  AND {filters}

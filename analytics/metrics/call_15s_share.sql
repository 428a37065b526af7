-- call_15s_share 15 秒内接听占比. Rows: one call that was answered or given up.
SELECT {dimensions} CASE WHEN f.net_wait_s <= 15 THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.way = 'PHONE' AND NOT f.is_continuation AND (f.outcome = 'NO_SHOW' OR f.net_wait_s IS NOT NULL)
  AND {period}
  AND {filters}

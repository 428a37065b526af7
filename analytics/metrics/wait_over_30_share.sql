-- wait_over_30_share 等候超 30 分钟占比. Rows: one served queue number.
SELECT {dimensions} CASE WHEN f.net_wait_s > 1800 THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.net_wait_s IS NOT NULL AND NOT f.is_continuation
  AND {period}
  AND {filters}

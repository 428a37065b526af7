-- call_wait_mean 平均接听等待. Rows: one answered call.
SELECT {dimensions} f.net_wait_s AS x
FROM visit_clean AS f {joins}
WHERE f.way = 'PHONE' AND NOT f.is_continuation AND f.net_wait_s IS NOT NULL
  AND {period}
  AND {filters}

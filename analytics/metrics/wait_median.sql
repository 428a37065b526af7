-- wait_median 等候时长中位数. Rows: one served queue number.
SELECT {dimensions} f.net_wait_s AS x
FROM visit_clean AS f {joins}
WHERE f.net_wait_s IS NOT NULL AND NOT f.is_continuation
  AND {period}
  AND {filters}

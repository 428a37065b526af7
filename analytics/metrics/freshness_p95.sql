-- freshness_p95 数据时延 P95. Rows: one load.
SELECT {dimensions} f.lag_s AS x
FROM batch_clean AS f {joins}
WHERE f.lag_s >= 0
  AND {period}
  AND {filters}

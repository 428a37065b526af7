-- counters_open 开放窗口数. Rows: one served number; windows are counted once.
SELECT {dimensions} f.counter_key AS x
FROM visit_clean AS f {joins}
WHERE f.outcome = 'SERVED' AND f.counter_key IS NOT NULL
  AND {period}
  AND {filters}

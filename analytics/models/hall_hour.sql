-- hall_hour: how many windows served and how long people waited, hour by hour. Grain: one hall, day and clock hour of the call in which
-- a number was served; numbers with an unknown window or wait are out.
SELECT v.hall_code, v.visit_date, h.area_code, CAST(EXTRACT(hour FROM v.called_at) AS INTEGER) AS clock_hour,
       v.visit_date + CAST(EXTRACT(hour FROM v.called_at) AS INTEGER) * INTERVAL '1 hour' AS began_at,
       CAST(count(DISTINCT v.counter_code) AS INTEGER) AS windows, count(*) AS served, sum(v.net_wait_s) AS wait_s
FROM visit_clean AS v
LEFT JOIN hall_now AS h ON h.code = v.hall_code
WHERE v.counter_code IS NOT NULL AND v.net_wait_s IS NOT NULL AND v.called_at IS NOT NULL AND NOT v.is_continuation
GROUP BY v.hall_code, v.visit_date, h.area_code, CAST(EXTRACT(hour FROM v.called_at) AS INTEGER)

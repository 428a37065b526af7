-- The same for waiting and handling. Grain: one row.
SELECT (count(*) FILTER (outcome <> 'VOID'))::DOUBLE AS visits,
       avg(wait_s - closed_s) FILTER (outcome = 'SERVED') AS wait_mean, quantile_cont(wait_s - closed_s, 0.5) FILTER (outcome = 'SERVED') AS wait_median,
       quantile_cont(wait_s - closed_s, 0.9) FILTER (outcome = 'SERVED') AS wait_p90,
       avg((wait_s - closed_s > 900)::INT) FILTER (outcome = 'SERVED') AS wait_over_15_share, avg((wait_s - closed_s > 1800)::INT) FILTER (outcome = 'SERVED') AS wait_over_30_share,
       avg((outcome = 'NO_SHOW')::INT) FILTER (outcome IN ('SERVED', 'NO_SHOW')) AS no_show_rate, avg(handle_s) FILTER (outcome = 'SERVED') AS handle_mean
FROM visit WHERE visit_date >= $from AND visit_date < $to AND NOT (is_forwarded AND seq > 1)

-- Grain: step whose last $times ended runs all failed, were refused, or died. Excluded: runs a person stopped.
SELECT step AS subject, strftime(started_at, '%Y-%m-%d %H:%M') AS at, outcome, failed_in_row AS times, detail
FROM job_state
WHERE failed_in_row >= $times
ORDER BY step;

-- Grain: feed whose refused share over the last $days days is over $percent per cent of at least $rows rows.
SELECT feed AS subject, $days::INTEGER AS days, sum(rows_in)::BIGINT AS rows_in, sum(quarantined)::BIGINT AS quarantined,
       round(100.0 * sum(quarantined) / sum(rows_in), 1) AS percent
FROM batch, clock
WHERE finished_at >= utc - to_days($days::INTEGER)
GROUP BY feed
HAVING sum(rows_in) >= $rows AND 100.0 * sum(quarantined) / sum(rows_in) > $percent
ORDER BY feed;

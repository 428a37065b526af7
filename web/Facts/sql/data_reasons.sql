-- Grain: feed × entity × reason × column of refused rows. The example is masked.
SELECT b.feed, b.entity, q.reason, q.column_name, count(*) AS n, min(q.detail) AS example, min(q.value_masked) AS value
FROM quarantine q
JOIN batch b USING (batch_id)
GROUP BY b.feed, b.entity, q.reason, q.column_name
ORDER BY n DESC, b.feed, q.reason, q.column_name;

-- Grain: feed × column × rule: values emptied by a stated rule while their row was kept.
SELECT b.feed, b.entity, v.column_name, v.reason, sum(v.n)::BIGINT AS n, any_value(v.example_masked) AS example
FROM nulled_value v
JOIN batch b USING (batch_id)
GROUP BY b.feed, b.entity, v.column_name, v.reason
ORDER BY n DESC, b.feed, v.column_name;

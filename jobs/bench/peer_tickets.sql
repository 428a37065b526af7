-- The same for handling of matters: those applied for, and those closed. Grain: one row.
SELECT (SELECT count(*)::DOUBLE FROM ticket WHERE applied_at >= $from AND applied_at < $to) AS tickets, c.*
FROM (SELECT avg((closed_at <= due_at + to_seconds(suspended_s))::INT) FILTER (due_at IS NOT NULL) AS on_time_rate,
             (count(*) FILTER (closed_at > due_at + to_seconds(suspended_s)))::DOUBLE AS late_count
      FROM ticket WHERE closed_at >= $from AND closed_at < $to) AS c

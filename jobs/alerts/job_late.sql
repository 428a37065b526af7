-- Grain: step that was due by its schedule and has not begun for $minutes minutes. Excluded: paused steps, steps that never ran.
SELECT step AS subject, strftime(due_at, '%Y-%m-%d %H:%M') AS due, round(late_minutes)::BIGINT AS minutes
FROM job_state
WHERE NOT paused AND late_minutes > $minutes
ORDER BY step;

-- on_time_rate 按时办结率. Rows: one closed ticket with a promised end.
SELECT {dimensions} CASE WHEN f.closed_at <= f.due_adjusted_at THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.due_adjusted_at IS NOT NULL
  AND {period}
  AND {filters}

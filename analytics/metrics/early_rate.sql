-- early_rate 提前办结率. Rows: one closed ticket with a promised end.
SELECT {dimensions} CASE WHEN CAST(f.closed_at AS DATE) < CAST(f.due_adjusted_at AS DATE) THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.due_adjusted_at IS NOT NULL
  AND {period}
  AND {filters}

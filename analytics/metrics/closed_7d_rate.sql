-- closed_7d_rate 7 日办结率. Rows: one hotline order.
SELECT {dimensions} CASE WHEN COALESCE(f.closed_at, f.replied_at) <= f.applied_at + INTERVAL '7 days' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.applied_at IS NOT NULL
  AND {period}
  AND {filters}

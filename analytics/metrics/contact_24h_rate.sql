-- contact_24h_rate 响应率（24 小时）. Rows: one hotline order.
SELECT {dimensions} CASE WHEN COALESCE(f.contacted_at, f.accepted_at, f.replied_at) <= f.applied_at + INTERVAL '24 hours' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.applied_at IS NOT NULL
  AND {period}
  AND {filters}

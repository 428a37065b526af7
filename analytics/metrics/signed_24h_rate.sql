-- signed_24h_rate 及时签收率. Rows: one dispatched order.
SELECT {dimensions} CASE WHEN f.signed_at <= f.dispatched_at + INTERVAL '24 hours' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.dispatched_at IS NOT NULL
  AND {period}
  AND {filters}

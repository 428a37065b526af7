-- transfer_rate 退单转出率. Rows: one hotline order.
SELECT {dimensions} CASE WHEN f.status = 'TRANSFERRED' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.applied_at IS NOT NULL
  AND {period}
  AND {filters}

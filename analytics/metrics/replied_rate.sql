-- replied_rate 答复率. Rows: one hotline order.
SELECT {dimensions} CASE WHEN f.replied_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.applied_at IS NOT NULL
  AND {period}
  AND {filters}

-- first_answer_rate 首呼解决率. Rows: one hotline order.
SELECT {dimensions} CASE WHEN f.dispatched_at IS NULL AND f.closed_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.applied_at IS NOT NULL AND f.source IN (SELECT d.source FROM ticket AS d WHERE d.dispatched_at IS NOT NULL)
  AND {period}
  AND {filters}

-- return_rate 退单率. Rows: one dispatched order.
SELECT {dimensions} CASE WHEN f.returns > 0 THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.dispatched_at IS NOT NULL AND f.returns IS NOT NULL
  AND {period}
  AND {filters}

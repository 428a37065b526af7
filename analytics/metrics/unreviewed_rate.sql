-- unreviewed_rate 未评率. Rows: one reviewable (closed) ticket.
SELECT {dimensions} CASE WHEN tr.active_reviews > 0 THEN 0 ELSE 1 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.status = 'CLOSED'
  AND {period}
  AND {filters}

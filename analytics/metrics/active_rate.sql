-- active_rate 主动评价率. Rows: one reviewable (closed) ticket.
SELECT {dimensions} CASE WHEN tr.active_reviews > 0 THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.status = 'CLOSED'
  AND {period}
  AND {filters}

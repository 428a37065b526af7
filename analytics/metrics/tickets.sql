-- tickets 申请件数. Rows: one ticket.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE f.applied_at IS NOT NULL
  AND {period}
  AND {filters}

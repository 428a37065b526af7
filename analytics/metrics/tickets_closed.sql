-- tickets_closed 办结件数. Rows: one closed ticket.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

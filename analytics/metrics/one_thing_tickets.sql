-- one_thing_tickets 一件事办件量. Rows: one ticket of such an item.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE f.kind = 'MATTER' AND item.theme IS NOT NULL
  AND {period}
  AND {filters}

-- bad_density_tickets 差评密度（每万件）. Rows: one closed ticket.
SELECT {dimensions} COALESCE(tr.bad_reviews, 0) AS part, 1 AS whole
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

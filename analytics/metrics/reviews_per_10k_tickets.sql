-- reviews_per_10k_tickets 每万件评价数. Rows: one closed ticket.
SELECT {dimensions} COALESCE(tr.active_reviews, 0) AS part, 1 AS whole
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL
  AND {period}
  AND {filters}

-- multi_trip_tickets 实际跑多次办件数（例外清单）. Rows: one closed matter with two trips or more.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.kind = 'MATTER' AND trip.trips > 1
  AND {period}
  AND {filters}

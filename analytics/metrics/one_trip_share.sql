-- one_trip_share 实际跑一次占比. Rows: one closed matter.
SELECT {dimensions} CASE WHEN trip.trips = 1 THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.kind = 'MATTER' AND NOT (f.apply_channel = 'COUNTER' AND trip.trips IS NULL) AND f.source IN (SELECT vt.ticket_source FROM visit_ticket AS vt)
  AND {period}
  AND {filters}

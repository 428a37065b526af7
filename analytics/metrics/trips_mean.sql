-- trips_mean 平均实际跑动次数. Rows: one closed matter.
SELECT {dimensions} COALESCE(trip.trips, 0) AS x
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.kind = 'MATTER' AND NOT (f.apply_channel = 'COUNTER' AND trip.trips IS NULL) AND f.source IN (SELECT vt.ticket_source FROM visit_ticket AS vt)
  AND {period}
  AND {filters}

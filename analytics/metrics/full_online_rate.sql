-- full_online_rate 网上全流程办理率. Rows: one closed matter with a known channel.
SELECT {dimensions} CASE WHEN f.is_online AND COALESCE(trip.trips, 0) = 0 THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.kind = 'MATTER' AND NOT (f.apply_channel = 'COUNTER' AND trip.trips IS NULL) AND f.source IN (SELECT vt.ticket_source FROM visit_ticket AS vt) AND f.is_online IS NOT NULL
  AND {period}
  AND {filters}

-- broken_visit_promise_share 超承诺跑动占比. Rows: one closed matter of an item with a promise.
SELECT {dimensions} CASE WHEN COALESCE(trip.trips, 0) > item.visits_limit THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.kind = 'MATTER' AND NOT (f.apply_channel = 'COUNTER' AND trip.trips IS NULL) AND f.source IN (SELECT vt.ticket_source FROM visit_ticket AS vt) AND item.visits_limit IS NOT NULL
  AND {period}
  AND {filters}

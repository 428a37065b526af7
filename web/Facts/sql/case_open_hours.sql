-- Grain: an open period of the hall on the day of a queue number under which the matter was handled. $source, $ticket_no. Times local.
-- A weekday without hours is a make-up working day (调休) and keeps Friday's, as when the closed seconds of a wait are counted.
SELECT k.number, k.visit_date + h.opens AS opens_at, k.visit_date + h.closes AS closes_at
FROM visit_ticket k
JOIN hall_hours h ON h.hall_code = k.hall_code AND h.valid_from <= k.visit_date AND (h.valid_to IS NULL OR h.valid_to > k.visit_date)
    AND h.weekday = CASE WHEN EXISTS (SELECT 1 FROM hall_hours o WHERE o.hall_code = k.hall_code AND o.weekday = isodow(k.visit_date)
                                      AND o.valid_from <= k.visit_date AND (o.valid_to IS NULL OR o.valid_to > k.visit_date))
                         THEN isodow(k.visit_date) ELSE 5 END
WHERE k.ticket_source = $source AND k.ticket_no = $ticket_no
ORDER BY k.number, opens_at;

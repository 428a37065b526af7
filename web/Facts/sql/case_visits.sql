-- Grain: a queue number under which the matter was handled. $source, $ticket_no. Times local; wait_s and handle_s in seconds,
-- closed_s is the part of the wait in which the hall was closed.
SELECT v.visit_date, v.number, v.queue_name, v.way, v.outcome, v.taken_at, v.appointment_at, v.called_at, v.started_at, v.finished_at,
       v.wait_s, v.closed_s, v.handle_s, coalesce(h.name, v.hall_code) AS hall_name, coalesce(c.name, v.counter_code) AS counter_name
FROM visit_ticket k
JOIN visit v ON v.source = k.source AND v.hall_code = k.hall_code AND v.visit_date = k.visit_date
    AND v.number = k.number AND v.seq = k.seq
LEFT JOIN hall h ON h.code = v.hall_code AND h.valid_to IS NULL
LEFT JOIN counter c ON c.hall_code = v.hall_code AND c.code = v.counter_code AND c.valid_to IS NULL
WHERE k.ticket_source = $source AND k.ticket_no = $ticket_no
ORDER BY v.taken_at, v.seq;

-- ticket_trips: how often people came for a matter. Grain: one ticket that any queue number speaks of.
-- A trip is a hall on a day: two numbers in one hall on one day are one trip.
SELECT d.ticket_source AS source, d.ticket_no, count(*) AS trips
FROM (SELECT DISTINCT vt.ticket_source, vt.ticket_no, vt.hall_code, vt.visit_date FROM visit_ticket AS vt) AS d
GROUP BY d.ticket_source, d.ticket_no

-- Seconds of each visit's wait in which its hall was closed. Grain: one visit. Unit: seconds.
-- The wait runs from the later of take and appointment to the call, within one day. Open periods come from hall_hours
-- in force that day; a weekday without a row is a make-up working day (调休) and keeps Friday's hours. A hall
-- without hours is not in the result.
CREATE TEMP TABLE {closed} AS
WITH span AS (
    SELECT v.rowid AS rid, v.hall_code, v.visit_date, v.wait_s, greatest(v.taken_at, v.appointment_at) AS from_at, v.called_at AS to_at
    FROM {visits} v
    WHERE v.wait_s > 0 AND v.taken_at IS NOT NULL AND v.called_at > greatest(v.taken_at, v.appointment_at)
      AND v.taken_at::DATE = v.called_at::DATE AND v.hall_code IN (SELECT hall_code FROM hall_hours {halls})
),
day AS (
    SELECT DISTINCT hall_code, visit_date FROM span
),
open AS (
    SELECT d.hall_code, d.visit_date, h.opens, h.closes
    FROM day d
    JOIN hall_hours h ON h.hall_code = d.hall_code AND h.valid_from <= d.visit_date AND (h.valid_to IS NULL OR h.valid_to > d.visit_date)
     AND h.weekday = CASE WHEN EXISTS (SELECT 1 FROM hall_hours o WHERE o.hall_code = d.hall_code AND o.weekday = isodow(d.visit_date)
                                       AND o.valid_from <= d.visit_date AND (o.valid_to IS NULL OR o.valid_to > d.visit_date))
                          THEN isodow(d.visit_date) ELSE 5 END
)
SELECT s.rid,
       least(any_value(s.wait_s), greatest(0, any_value(epoch(s.to_at - s.from_at))
           - sum(greatest(0, epoch(least(s.to_at, s.visit_date + o.closes) - greatest(s.from_at, s.visit_date + o.opens)))))) AS closed_s
FROM span s JOIN open o USING (hall_code, visit_date)
GROUP BY s.rid;

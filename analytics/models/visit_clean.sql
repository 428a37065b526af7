-- visit_clean: queue numbers, ready to measure. Grain: one queue number (hall, date, number, seq); never joined to its matters,
-- so a number with three matters counts once.
-- net_wait_s: seconds from taking the number (or the appointed time, if later) to the call, less the time the hall was closed;
--   only of served numbers, NULL where unknown. Not rounded.
-- served_handle_s: seconds from start to finish at the window; only of served numbers, NULL where unknown (never made up); a hall's number
--   ended on a later day is a key nobody pressed: unknown. Calls may pass midnight.
-- is_continuation: the further leg of a forwarded number: its handling counts, its wait and its number do not.
SELECT v.source, v.hall_code, v.visit_date, v.number, v.seq,
       v.queue_name, v.way, v.org_code, v.item_code, v.counter_code, v.hall_code || '/' || v.counter_code AS counter_key, v.staff_code,
       v.outcome, v.taken_at, v.appointment_at, v.called_at, v.started_at, v.finished_at,
       COALESCE(v.taken_at, v.called_at, v.started_at) AS clock_at,
       v.wait_s, v.closed_s, v.handle_s, v.is_forwarded, v.citizen_group,
       v.is_forwarded AND v.seq > 1 AS is_continuation,
       CASE WHEN v.outcome = 'SERVED' THEN v.wait_s - v.closed_s END AS net_wait_s,
       CASE WHEN v.outcome = 'SERVED' AND (v.finished_at IS NULL OR v.finished_at < v.visit_date + INTERVAL '1 day' OR v.way = 'PHONE') THEN v.handle_s END AS served_handle_s
FROM visit AS v

-- Grain: one row where an event has waited longer than $minutes minutes to be published.
SELECT 'case_event' AS subject, events - mirrored AS behind, round(oldest_waiting_minutes)::BIGINT AS minutes
FROM mirror_state
WHERE events > mirrored AND oldest_waiting_minutes > $minutes;

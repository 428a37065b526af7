-- Grain: a step of the matter. $source, $ticket_no. Times local.
SELECT s.seq, s.name, s.actor_code, s.started_at, s.ended_at, s.action
FROM ticket_step s
WHERE s.source = $source AND s.ticket_no = $ticket_no
ORDER BY s.seq;

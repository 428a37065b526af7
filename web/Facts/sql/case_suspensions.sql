-- Grain: a stop of the matter's clock (特别程序). $source, $ticket_no. Times local.
SELECT s.kind, s.reason, s.started_at, s.ended_at
FROM ticket_suspension s
WHERE s.source = $source AND s.ticket_no = $ticket_no
ORDER BY s.seq;

-- The total of the stops of each ticket's clock, for the tickets named. Unit: seconds.
UPDATE ticket SET suspended_s = x.total
FROM (SELECT ticket_no, sum(epoch(ended_at - started_at)) AS total FROM ticket_suspension
      WHERE source = $source AND ended_at IS NOT NULL GROUP BY 1) x
WHERE ticket.source = $source AND ticket.ticket_no = x.ticket_no AND ticket.suspended_s <> x.total
  AND ticket.ticket_no IN (SELECT ticket_no FROM {stage});

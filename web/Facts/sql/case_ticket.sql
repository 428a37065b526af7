-- Grain: the matter the review is about. $source, $ticket_no. Times local, suspended_s in seconds.
-- The item is the version in force when the matter was applied for.
SELECT t.source, t.ticket_no, t.kind, t.status, t.item_code, i.name AS item_name, i.promise_limit, i.promise_unit, i.visits_limit,
       t.category, t.case_type, t.apply_channel, t.applicant_type,
       t.applied_at, t.accepted_at, t.due_at, t.closed_at, t.replied_at, t.suspended_s, t.result,
       t.title_masked, t.text_masked, t.reply_masked,
       coalesce(h.name, t.hall_code) AS hall_name, coalesce(c.name, t.counter_code) AS counter_name
FROM ticket t
LEFT JOIN service_item i ON i.code = t.item_code
    AND i.valid_from <= coalesce(t.applied_at, t.accepted_at, t.closed_at) AND (i.valid_to IS NULL OR i.valid_to > coalesce(t.applied_at, t.accepted_at, t.closed_at))
LEFT JOIN hall h ON h.code = t.hall_code AND h.valid_to IS NULL
LEFT JOIN counter c ON c.hall_code = t.hall_code AND c.code = t.counter_code AND c.valid_to IS NULL
WHERE t.source = $source AND t.ticket_no = $ticket_no
LIMIT 1;

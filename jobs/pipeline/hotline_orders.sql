-- Orders of the hotline (12345 工单) that still wait for their answer, with the names a handler needs.
-- Grain: one order, its latest version, loaded after ($batch, $line).
-- Left out: orders the hotline or a unit has answered or closed; orders without a time; batches flagged by rule R19, until somebody has looked.
-- arrived_at: when the office could know of it, local to $zone; NULL for history, that is orders loaded more than $history_days after
-- they were made: their clocks run from the order itself.
WITH orgs AS (SELECT code, any_value(name) AS name FROM org WHERE valid_to IS NULL GROUP BY code),
halls AS (SELECT code, any_value(name) AS name FROM hall WHERE valid_to IS NULL GROUP BY code),
items AS (SELECT code, arg_max(name, version) AS name FROM service_item WHERE valid_to IS NULL GROUP BY code),
labels AS (
    SELECT source, subject_no, list_sort(list_distinct(list(label))) AS labels
    FROM text_label WHERE subject = 'ticket' AND axis = 'PROBLEM' GROUP BY source, subject_no
)
SELECT t.source, t.ticket_no, t.request_type, coalesce(t.applied_at, t.accepted_at) AS asked_at,
       CASE WHEN date_diff('day', coalesce(t.applied_at, t.accepted_at), b.finished_local) <= $history_days
            THEN greatest(b.finished_local, coalesce(t.applied_at, t.accepted_at)) END AS arrived_at,
       t.org_code, o.name AS org_name, t.hall_code, h.name AS hall_name, t.counter_code, t.item_code, i.name AS item_name,
       coalesce(t.title_masked || '：' || t.text_masked, t.text_masked, t.title_masked) AS text_masked,
       t.apply_channel AS channel, t.person_hash, l.labels, t.batch_id, t.line_no
FROM ticket t
LEFT JOIN (SELECT batch_id, timezone($zone, timezone('UTC', finished_at)) AS finished_local FROM batch) b ON b.batch_id = t.batch_id
LEFT JOIN orgs o ON o.code = t.org_code
LEFT JOIN halls h ON h.code = t.hall_code
LEFT JOIN items i ON i.code = t.item_code
LEFT JOIN labels l ON l.source = t.source AND l.subject_no = t.ticket_no
WHERE t.kind = 'HOTLINE' AND t.status = 'OPEN' AND t.replied_at IS NULL AND t.closed_at IS NULL
  AND coalesce(t.applied_at, t.accepted_at) IS NOT NULL
  AND CAST(t.batch_id AS VARCHAR) NOT IN (SELECT f.subject_no FROM integrity_flag f WHERE f.rule = 'R19' AND f.subject = 'batch')
  AND (t.batch_id > $batch OR (t.batch_id = $batch AND t.line_no > $line))
ORDER BY t.batch_id, t.line_no
LIMIT $block

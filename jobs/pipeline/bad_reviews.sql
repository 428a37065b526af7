-- Bad reviews in the order of loading, with the names a handler needs.
-- Grain: one review of a level in $levels, made by a person, loaded after ($batch, $line).
-- Left out: default reviews (made by a system); batches whose direction is probably reversed (rule R19), until somebody
-- has looked: their bad reviews are most likely good ones; whether a follow-up (追评) opens a case of its own is the policy's matter.
-- arrived_at: when the office could know of it, local to $zone; NULL for history, that is reviews loaded more than
-- $history_days after they were made: their clocks run from the review itself.
-- Labels: evidence TAG, TEXT and PERSON together; tags in the order of their codes.
WITH labels AS (
    SELECT source, subject_no, list_sort(list_distinct(list(label))) AS labels
    FROM text_label WHERE subject = 'review' AND axis = 'PROBLEM' GROUP BY source, subject_no
),
tags AS (
    SELECT rt.source, rt.review_no, list(rt.code ORDER BY rt.code) AS codes,
           list(coalesce(t.label, rt.code) ORDER BY rt.code) AS tag_labels
    FROM review_tag rt
    LEFT JOIN tag t ON t.dict = rt.dict AND t.code = rt.code
    GROUP BY rt.source, rt.review_no
),
orgs AS (SELECT code, any_value(name) AS name FROM org WHERE valid_to IS NULL GROUP BY code),
halls AS (SELECT code, any_value(name) AS name FROM hall WHERE valid_to IS NULL GROUP BY code),
counters AS (SELECT hall_code, code, any_value(name) AS name FROM counter WHERE valid_to IS NULL GROUP BY hall_code, code),
items AS (SELECT code, arg_max(name, version) AS name FROM service_item WHERE valid_to IS NULL GROUP BY code)
SELECT r.source, r.review_no, r.level, r.reviewed_at,
       CASE WHEN date_diff('day', r.reviewed_at, b.finished_local) <= $history_days THEN greatest(b.finished_local, r.reviewed_at) END AS arrived_at,
       r.org_code, o.name AS org_name, r.hall_code, h.name AS hall_name,
       r.counter_code, c.name AS counter_name, r.item_code, i.name AS item_name,
       r.ticket_no, r.staff_code, r.text_masked, r.channel, r.is_named, r.is_default, r.person_hash,
       t.codes AS tag_codes, t.tag_labels, l.labels,
       r.batch_id, r.line_no
FROM review r
LEFT JOIN (SELECT batch_id, timezone($zone, timezone('UTC', finished_at)) AS finished_local FROM batch) b ON b.batch_id = r.batch_id
LEFT JOIN orgs o ON o.code = r.org_code
LEFT JOIN halls h ON h.code = r.hall_code
LEFT JOIN counters c ON c.hall_code = r.hall_code AND c.code = r.counter_code
LEFT JOIN items i ON i.code = r.item_code
LEFT JOIN tags t ON t.source = r.source AND t.review_no = r.review_no
LEFT JOIN labels l ON l.source = r.source AND l.subject_no = r.review_no
WHERE list_contains(string_split($levels, ','), CAST(r.level AS VARCHAR))
  AND NOT r.is_default
  AND CAST(r.batch_id AS VARCHAR) NOT IN (SELECT f.subject_no FROM integrity_flag f WHERE f.rule = 'R19' AND f.subject = 'batch')
  AND (r.batch_id > $batch OR (r.batch_id = $batch AND r.line_no > $line))
ORDER BY r.batch_id, r.line_no
LIMIT $block

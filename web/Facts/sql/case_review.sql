-- Grain: the one review a case is about. $source, $review_no.
-- Times local. No exclusions: a review that was set aside is shown like any other.
SELECT r.level, r.channel, r.reviewed_at, r.accepted_at, r.served_at, r.review_seq, r.is_named, r.is_default,
       r.text_masked, r.stage, r.object_type, r.ticket_source, r.ticket_no, r.device_code
FROM review r
WHERE r.source = $source AND r.review_no = $review_no
ORDER BY r.batch_id DESC, r.line_no DESC
LIMIT 1;

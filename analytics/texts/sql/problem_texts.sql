-- Texts in which a service problem may be spoken of. Grain: review or hotline order.
-- Excluded: reviews made by a system, empty texts, hotline orders that ask, suggest or praise.
SELECT 'review' AS subject, source, review_no AS subject_no, level AS level, text_masked AS text
FROM review
WHERE NOT is_default AND trim(coalesce(text_masked, '')) <> ''
UNION ALL
SELECT 'ticket', source, ticket_no, NULL, concat_ws('。', nullif(trim(title_masked), ''), nullif(trim(text_masked), ''))
FROM ticket
WHERE kind = 'HOTLINE' AND status <> 'DUPLICATE'
  AND coalesce(request_type, 'COMPLAINT') IN ('COMPLAINT', 'REPORT', 'HELP', 'OTHER')
  AND trim(coalesce(title_masked, '') || coalesce(text_masked, '')) <> ''
ORDER BY 1, 2, 3;

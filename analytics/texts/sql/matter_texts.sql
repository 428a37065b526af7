-- Hotline orders whose matter the feed does not name. Grain: hotline order.
SELECT 'ticket' AS subject, source, ticket_no AS subject_no, NULL AS level,
       concat_ws('。', nullif(trim(title_masked), ''), nullif(trim(text_masked), '')) AS text
FROM ticket
WHERE kind = 'HOTLINE' AND status <> 'DUPLICATE' AND category IS NULL
  AND trim(coalesce(title_masked, '') || coalesce(text_masked, '')) <> ''
ORDER BY 1, 2, 3;

-- Texts with problem labels that people gave: ticked indicators (evidence TAG), or whose labels somebody judged ($judged: source
-- and number, separated by a tab, of reviews). Grain: review. Excluded: reviews by default, empty texts, predicted labels.
SELECT r.source, r.review_no, r.text_masked AS text,
       coalesce(list(DISTINCT l.label ORDER BY l.label) FILTER (l.label IS NOT NULL), []) AS labels
FROM review AS r
LEFT JOIN text_label AS l
  ON l.subject = 'review' AND l.source = r.source AND l.subject_no = r.review_no AND l.axis = 'PROBLEM' AND l.evidence = 'TAG'
WHERE NOT r.is_default AND trim(coalesce(r.text_masked, '')) <> ''
  AND (l.label IS NOT NULL OR list_contains(string_split($judged, chr(10)), r.source || chr(9) || r.review_no))
GROUP BY r.source, r.review_no, r.text_masked
ORDER BY r.source, r.review_no;

-- Grain: an integrity rule's finding on the review. $source, $review_no. Score 0–1; a flag excludes nothing by itself.
SELECT f.rule, f.score, f.evidence
FROM integrity_flag f
WHERE f.subject = 'review' AND f.source = $source AND f.subject_no = $review_no
ORDER BY f.score DESC, f.rule;

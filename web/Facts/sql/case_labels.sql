-- Grain: what the review's text is about, or what went wrong, by whichever evidence. $source, $review_no. Probability 0–1.
SELECT l.axis, l.label, l.evidence, l.probability, l.model
FROM text_label l
WHERE l.subject = 'review' AND l.source = $source AND l.subject_no = $review_no
ORDER BY l.axis DESC, l.probability DESC NULLS FIRST, l.label;

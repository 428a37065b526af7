-- Problem labels that ticked indicators are evidence of, added where they are not there yet.
-- Grain: review × problem; only bad reviews (levels 1 and 2); evidence TAG, without probability or model.
INSERT INTO text_label (subject, source, subject_no, axis, label, evidence, labelled_at)
SELECT 'review', ticked.source, ticked.review_no, 'PROBLEM', ticked.problem, 'TAG', $now
FROM (
    SELECT DISTINCT review_tag.source, review_tag.review_no, unnest(tag.problems) AS problem
    FROM review_tag
    JOIN tag ON tag.dict = review_tag.dict AND tag.code = review_tag.code
    JOIN review ON review.source = review_tag.source AND review.review_no = review_tag.review_no
    WHERE review.level <= 2
) AS ticked
WHERE NOT EXISTS (
    SELECT 1 FROM text_label AS there
    WHERE there.subject = 'review' AND there.source = ticked.source AND there.subject_no = ticked.review_no
      AND there.axis = 'PROBLEM' AND there.label = ticked.problem AND there.evidence = 'TAG'
);

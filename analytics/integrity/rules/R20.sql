-- R20 时间不可能: a review before acceptance or in the future, or a call before the review
SELECT 'review' AS subject, source, review_no AS subject_no, 1.0 AS score, '评价时间早于受理时间' AS evidence
FROM review WHERE reviewed_at < accepted_at
UNION ALL
SELECT 'review', source, review_no, 1.0, '评价时间在未来' FROM review WHERE reviewed_at > $now
UNION ALL
SELECT 'review', r.source, r.review_no, 1.0, '回访时间早于评价时间'
FROM review AS r
JOIN case_event AS e ON e.review_source = r.source AND e.review_no = r.review_no AND e.event_type = 'CallbackAttempted'
WHERE e.case_no NOT IN (SELECT k.case_no FROM case_event AS k WHERE k.event_type = 'CaseOpened' AND COALESCE(k.data ->> 'kind', 'BAD_REVIEW') <> 'BAD_REVIEW')
  AND COALESCE(TRY_CAST(e.data ->> 'calledAt' AS TIMESTAMP), e.occurred_at) < r.reviewed_at

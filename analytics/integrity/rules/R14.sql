-- R14 回访存疑: a successful call of a few seconds, or a call before the case was dispatched
WITH calls AS (
    SELECT e.case_no, e.review_source, e.review_no, TRY_CAST(e.data ->> 'durationSeconds' AS DOUBLE) AS seconds,
           COALESCE(TRY_CAST(e.data ->> 'calledAt' AS TIMESTAMP), e.occurred_at) AS called_at,
           (SELECT min(d.occurred_at) FROM case_event AS d WHERE d.case_no = e.case_no AND d.event_type = 'CaseDispatched') AS dispatched_at,
           (e.data ->> 'outcome') AS outcome
    FROM case_event AS e WHERE e.event_type = 'CallbackAttempted' AND e.review_no IS NOT NULL
      AND e.case_no NOT IN (SELECT k.case_no FROM case_event AS k WHERE k.event_type = 'CaseOpened' AND COALESCE(k.data ->> 'kind', 'BAD_REVIEW') <> 'BAD_REVIEW')
)
SELECT 'review' AS subject, review_source AS source, review_no AS subject_no, 0.7 AS score, '回访成功但通话仅 ' || CAST(seconds AS INTEGER) || ' 秒' AS evidence
FROM calls WHERE outcome = 'REACHED' AND seconds < $min_seconds
UNION ALL
SELECT 'review', review_source, review_no, 0.9, '回访时间早于转办' FROM calls WHERE called_at < dispatched_at

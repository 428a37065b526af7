-- R15 疑似虚假整改: the same unit, item and problem is rated bad again soon after the reply was accepted; or one reply text for many tickets
WITH mended AS (
    SELECT DISTINCT e.case_no, r.source, r.review_no, r.org_code, r.item_code, e.occurred_at AS accepted_at, t.code
    FROM case_event AS e
    JOIN review AS r ON r.source = e.review_source AND r.review_no = e.review_no
    JOIN review_tag AS t ON t.source = r.source AND t.review_no = r.review_no
    WHERE e.case_no NOT IN (SELECT k.case_no FROM case_event AS k WHERE k.event_type = 'CaseOpened' AND COALESCE(k.data ->> 'kind', 'BAD_REVIEW') <> 'BAD_REVIEW')
      AND e.event_type = 'FeedbackAccepted' AND r.item_code IS NOT NULL
)
SELECT 'review' AS subject, m.source, m.review_no AS subject_no, 0.6 AS score,
       '整改反馈后 ' || CAST($days AS INTEGER) || ' 天内同单位同事项同问题再有 ' || count(DISTINCT r.review_no) || ' 条差评' AS evidence
FROM mended AS m
JOIN review AS r ON r.org_code = m.org_code AND r.item_code = m.item_code AND r.level <= 2
 AND r.reviewed_at > m.accepted_at AND r.reviewed_at <= m.accepted_at + to_days(CAST($days AS INTEGER))
JOIN review_tag AS t ON t.source = r.source AND t.review_no = r.review_no AND t.code = m.code
GROUP BY m.source, m.review_no
UNION ALL
SELECT 'ticket', source, ticket_no, 0.5, '同一单位有 ' || n || ' 件答复文字完全相同'
FROM (SELECT source, ticket_no, count(*) OVER (PARTITION BY org_code, trim(reply_masked)) AS n
      FROM ticket WHERE org_code IS NOT NULL AND length(trim(reply_masked)) >= $min_length)
WHERE n >= $min_replies

-- R17 联系后改评: a bad review turns good within the hour after somebody called
SELECT DISTINCT 'review' AS subject, b.source, b.review_no AS subject_no, 0.7 AS score,
       '回访后 ' || date_diff('minute', e.occurred_at, b.reviewed_at) || ' 分钟由第 ' || a.level || ' 级改评第 ' || b.level || ' 级' AS evidence
FROM review AS b
JOIN review AS a ON a.ticket_source = b.ticket_source AND a.ticket_no = b.ticket_no AND a.level <= 2 AND a.reviewed_at < b.reviewed_at
JOIN case_event AS e ON e.review_source = a.source AND e.review_no = a.review_no AND e.event_type = 'CallbackAttempted'
 AND e.occurred_at <= b.reviewed_at AND b.reviewed_at <= e.occurred_at + to_minutes(CAST($minutes AS BIGINT))
WHERE e.case_no NOT IN (SELECT k.case_no FROM case_event AS k WHERE k.event_type = 'CaseOpened' AND COALESCE(k.data ->> 'kind', 'BAD_REVIEW') <> 'BAD_REVIEW')
  AND b.level >= 4 AND b.review_seq > 1

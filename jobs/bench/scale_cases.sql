-- A case for every bad rating of the scale benchmark, most worked to their end. Grain: one event of a case.
INSERT INTO case_event
SELECT r.line_no * 8 + e.seq, 'C' || r.review_no, e.seq, e.event_type, r.reviewed_at + to_hours(e.hours), 'HANDLER', NULL, e.to_state,
       CASE WHEN e.event_type = 'DeadlineSet' THEN r.reviewed_at + to_days(5) END, r.source, r.review_no, CASE WHEN e.seq <= 2 THEN r.org_code END,
       CASE e.event_type
           WHEN 'CaseOpened' THEN '{"kind":"BAD_REVIEW","review":{"level":' || r.level || ',"isNamed":' || r.is_named || ',"channel":"' || r.channel || '","itemCode":"' || r.item_code || '","hallCode":"' || r.hall_code || '"}}'
           WHEN 'DeadlineSet' THEN '{"step":"RECTIFY"}'
           WHEN 'CallbackAttempted' THEN '{"outcome":"REACHED"}'
           WHEN 'CaseVerified' THEN '{"outcome":"SUBSTANTIATED","branch":"RECTIFY_NOW"}'
           WHEN 'CaseClosed' THEN '{"reason":"RATED_SATISFIED"}'
           ELSE '{}' END
FROM review AS r
CROSS JOIN (VALUES (1, 'CaseOpened', 1, 'REGISTERED'), (2, 'DeadlineSet', 1, NULL), (3, 'CallbackAttempted', 5, 'VERIFYING'), (4, 'CaseVerified', 30, 'RECTIFYING'),
                   (5, 'FeedbackSubmitted', 70, NULL), (6, 'FeedbackAccepted', 80, NULL), (7, 'CaseClosed', 90, 'CLOSED')) AS e(seq, event_type, hours, to_state)
WHERE r.level <= 2 AND (e.seq <= 2 OR r.line_no % 10 < 9)
ORDER BY r.line_no, e.seq

-- A case of the loop for every bad rating that a person gave, every fourth of them still open. Grain: one event.
INSERT INTO case_event
SELECT row_number() OVER () AS position, 'C' || r.n, e.seq, e.event_type, r.reviewed_at + e.hours * INTERVAL '1 hour', 'HANDLER', NULL, NULL,
       CASE WHEN e.event_type = 'DeadlineSet' THEN r.reviewed_at + INTERVAL '5 days' END, r.source, r.review_no, r.org_code,
       CASE e.event_type
           WHEN 'CaseOpened' THEN '{"kind":"' || CASE WHEN r.n % 9 = 0 THEN 'SUGGESTION","order":{' ELSE 'BAD_REVIEW","review":{"level":' || r.level || ',' END || '"isNamed":' || (r.is_named OR false) || ',"channel":"' || r.channel || '"}}'
           WHEN 'DeadlineSet' THEN '{"step":"RECTIFY"}'
           WHEN 'CallbackAttempted' THEN '{"outcome":"' || CASE WHEN r.n % 5 = 0 THEN 'NO_ANSWER' ELSE 'REACHED' END || '"}'
           WHEN 'CaseVerified' THEN '{"outcome":"SUBSTANTIATED","branch":"RECTIFY_NOW"}'
           WHEN 'RectificationRated' THEN '{"satisfaction":"' || CASE WHEN r.n % 7 = 0 THEN 'NOT_SATISFIED' ELSE 'SATISFIED' END || '"}'
           WHEN 'SuggestionDecided' THEN '{"outcome":"' || CASE WHEN r.n % 2 = 0 THEN 'ADOPTED' ELSE 'NOT_ADOPTED' END || '"}'
           WHEN 'FallbackTaken' THEN '{"entryNo":1,"origin":"REOPENED"}'
           WHEN 'FallbackEnded' THEN '{"entryNo":1,"outcome":"SOLVED","workingDays":3}'
           WHEN 'CaseClosed' THEN '{"reason":"' || CASE WHEN r.n % 11 = 0 THEN 'SET_ASIDE' ELSE 'RATED_SATISFIED' END || '"}'
           ELSE '{}' END
FROM (SELECT v.*, row_number() OVER (ORDER BY v.reviewed_at, v.source, v.review_no) AS n FROM review AS v WHERE v.level <= 2 AND NOT v.is_default) AS r
CROSS JOIN (VALUES (1, 'CaseOpened', 1), (2, 'DeadlineSet', 1), (3, 'CallbackAttempted', 5), (4, 'CaseVerified', 30), (5, 'AppealFiled', 40), (6, 'AppealUpheld', 50),
                   (7, 'FeedbackSubmitted', 70), (8, 'FeedbackAccepted', 80), (9, 'RectificationRated', 84), (10, 'SuggestionDecided', 85), (11, 'FallbackTaken', 86),
                   (12, 'FallbackEnded', 88), (13, 'DeadlineMissed', 89), (14, 'CaseReopened', 90), (15, 'CaseClosed', 95)) AS e(seq, event_type, hours)
WHERE (r.n % 4 > 0 OR e.seq <= 4)
  AND (e.event_type NOT IN ('AppealFiled') OR r.n % 5 = 1) AND (e.event_type NOT IN ('AppealUpheld') OR r.n % 11 = 0)
  AND (e.event_type <> 'SuggestionDecided' OR r.n % 9 = 0) AND (e.event_type NOT IN ('FallbackTaken', 'FallbackEnded') OR r.n % 3 = 0)
  AND (e.event_type <> 'FallbackEnded' OR r.n % 2 = 0) AND (e.event_type NOT IN ('CaseReopened', 'DeadlineMissed') OR r.n % 13 = 0)

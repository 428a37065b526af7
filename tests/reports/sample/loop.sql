-- The loop of the made-up city: every bad review a case; a third is carried to its end in time, some are late, some hang.
CREATE TEMP TABLE bad AS SELECT *, row_number() OVER (ORDER BY reviewed_at, review_no) AS c FROM review WHERE level <= 2 AND NOT is_default;
INSERT INTO case_event
SELECT row_number() OVER (ORDER BY t, c, seq), 'C' || c, seq, event, t, 'HANDLER', NULL, state, due, source, review_no, org_code, data
FROM (
    SELECT c, source, review_no, org_code, 1 AS seq, 'CaseOpened' AS event, reviewed_at + INTERVAL 1 HOUR AS t, 'REGISTERED' AS state, NULL::TIMESTAMP AS due, '{}'::JSON AS data FROM bad
    UNION ALL SELECT c, source, review_no, org_code, 2, 'DeadlineSet', reviewed_at + INTERVAL 2 HOUR, 'CALLBACK', reviewed_at + INTERVAL 9 DAY, '{"step":"RECTIFY"}'::JSON FROM bad
    UNION ALL SELECT c, source, review_no, org_code, 3, 'CallbackAttempted', reviewed_at + INTERVAL 20 HOUR, 'VERIFYING', NULL, '{"outcome":"REACHED"}'::JSON FROM bad WHERE c % 11 <> 0
    UNION ALL SELECT c, source, review_no, org_code, 4, 'CaseVerified', reviewed_at + INTERVAL 30 HOUR, 'RECTIFYING', NULL, '{"outcome":"SUBSTANTIATED","branch":"RECTIFY_NOW"}'::JSON FROM bad WHERE c % 11 <> 0 AND c % 7 <> 0
    UNION ALL SELECT c, source, review_no, org_code, 5, 'FeedbackSubmitted', reviewed_at + INTERVAL 48 HOUR + (c % 5 * 40) * INTERVAL 1 HOUR, 'FEEDBACK_REVIEW', NULL, '{}'::JSON FROM bad WHERE c % 11 <> 0 AND c % 7 <> 0 AND c % 17 <> 0
    UNION ALL SELECT c, source, review_no, org_code, 6, 'FeedbackAccepted', reviewed_at + INTERVAL 52 HOUR + (c % 5 * 40) * INTERVAL 1 HOUR, 'FED_BACK', NULL, '{}'::JSON FROM bad WHERE c % 11 <> 0 AND c % 7 <> 0 AND c % 17 <> 0
    UNION ALL SELECT c, source, review_no, org_code, 7, 'RectificationRated', reviewed_at + INTERVAL 60 HOUR + (c % 5 * 40) * INTERVAL 1 HOUR, 'FED_BACK', NULL, '{"satisfaction":"SATISFIED"}'::JSON FROM bad WHERE c % 11 <> 0 AND c % 7 <> 0 AND c % 17 <> 0 AND c % 2 = 0
    UNION ALL SELECT c, source, review_no, org_code, 8, 'CaseClosed', reviewed_at + INTERVAL 61 HOUR + (c % 5 * 40) * INTERVAL 1 HOUR, 'CLOSED', NULL, '{"reason":"DONE"}'::JSON FROM bad WHERE c % 11 <> 0 AND c % 7 <> 0 AND c % 17 <> 0 AND c % 2 = 0
) AS e
WHERE t < TIMESTAMP '2026-11-16';

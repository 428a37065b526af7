-- case_round: the loop, round by round, folded from the case events. Grain: one case and round (round 0, then one more for
-- each reopening). Times are local wall-clock.
-- due_at: the round's newest deadline for putting right and replying, extensions and stops of the clock included.
-- handed_in_at: when the reply that was accepted had been handed in (the judge's own time is not the unit's).
WITH numbered AS (
    SELECT e.*, sum(CASE WHEN e.event_type = 'CaseReopened' THEN 1 ELSE 0 END) OVER (PARTITION BY e.case_no ORDER BY e.seq) AS round
    FROM case_event AS e
), judged AS (
    SELECT n.case_no, n.round, min(n.seq) AS accepted_seq
    FROM numbered AS n WHERE n.event_type = 'FeedbackAccepted' GROUP BY n.case_no, n.round
), due AS (
    SELECT n.case_no, n.round, n.due_at,
           row_number() OVER (PARTITION BY n.case_no, n.round ORDER BY n.seq DESC) AS newest
    FROM numbered AS n
    WHERE n.event_type = 'DeadlineSet' AND (n.data ->> 'step') = 'RECTIFY'
)
SELECT n.case_no, n.round,
       min(n.occurred_at) AS began_at,
       min(d.due_at) AS due_at,
       max(CASE WHEN n.event_type = 'FeedbackSubmitted' AND n.seq < j.accepted_seq THEN n.occurred_at END) AS handed_in_at,
       min(CASE WHEN n.seq = j.accepted_seq THEN n.occurred_at END) AS accepted_at,
       max(CASE WHEN n.event_type = 'CaseClosed' AND (n.data ->> 'reason') = 'SET_ASIDE' THEN 1 ELSE 0 END) = 1 AS is_set_aside
FROM numbered AS n
LEFT JOIN judged AS j ON j.case_no = n.case_no AND j.round = n.round
LEFT JOIN due AS d ON d.case_no = n.case_no AND d.round = n.round AND d.newest = 1
GROUP BY n.case_no, n.round

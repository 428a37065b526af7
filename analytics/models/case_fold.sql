-- case_fold: cases of the loop, all kinds of matter (差评, 咨询, 投诉, 建议, 兜底 …), folded from the case events. Grain: one case.
-- Times are local wall-clock. case_kind: BAD_REVIEW where an earlier version did not write it. What the matter says is taken from the opening event, so that no query of the loop reads all reviews.
-- org_code: the unit that has the case now, area_code: that unit's. due_at, handed_in_at, accepted_at: of the first round (see case_round).
-- reached_at: first successful call; verified: the newest finding; is_set_aside: an appeal was upheld, the review stays as it is.
SELECT c.case_no, COALESCE(p.case_kind, 'BAD_REVIEW') AS case_kind, c.review_source, c.review_no, o.org_code,
       CAST((p.review ->> 'level') AS INTEGER) AS level, p.review ->> 'channel' AS channel, COALESCE((p.review ->> 'isNamed') = 'true', false) AS is_named,
       p.review ->> 'itemCode' AS item_code, g.area_code, p.review ->> 'hallCode' AS hall_code,
       c.opened_at, c.dispatched_at, c.first_call_at, c.reached_at, c.verified_at, v.finding, v.branch,
       f.due_at, f.handed_in_at, f.accepted_at, c.appealed_at, c.appeal_decided_at, c.appeal_upheld, c.reopenings,
       c.closed_at, z.close_reason, c.supervised_at, c.yellow_cards, c.red_cards, c.missed_deadlines, c.extensions,
       COALESCE(z.close_reason = 'SET_ASIDE', false) AS is_set_aside
FROM (
    SELECT e.case_no, min(e.review_source) AS review_source, min(e.review_no) AS review_no,
           min(CASE WHEN e.event_type = 'CaseOpened' THEN e.occurred_at END) AS opened_at,
           min(CASE WHEN e.event_type = 'CaseDispatched' THEN e.occurred_at END) AS dispatched_at,
           min(CASE WHEN e.event_type = 'CallbackAttempted' THEN e.occurred_at END) AS first_call_at,
           min(CASE WHEN e.event_type = 'CallbackAttempted' AND (e.data ->> 'outcome') = 'REACHED' THEN e.occurred_at END) AS reached_at,
           max(CASE WHEN e.event_type = 'CaseVerified' THEN e.occurred_at END) AS verified_at,
           max(CASE WHEN e.event_type = 'CaseVerified' THEN e.seq END) AS verified_seq,
           min(CASE WHEN e.event_type = 'AppealFiled' THEN e.occurred_at END) AS appealed_at,
           max(CASE WHEN e.event_type IN ('AppealUpheld', 'AppealRejected') THEN e.occurred_at END) AS appeal_decided_at,
           max(CASE WHEN e.event_type = 'AppealUpheld' THEN 1 WHEN e.event_type = 'AppealRejected' THEN 0 END) = 1 AS appeal_upheld,
           sum(CASE WHEN e.event_type = 'CaseReopened' THEN 1 ELSE 0 END) AS reopenings,
           max(CASE WHEN e.event_type = 'CaseClosed' THEN e.occurred_at END) AS closed_at,
           max(CASE WHEN e.event_type = 'CaseClosed' THEN e.seq END) AS closed_seq,
           min(CASE WHEN e.event_type = 'SupervisionStarted' THEN e.occurred_at END) AS supervised_at,
           sum(CASE WHEN e.event_type = 'CardIssued' AND (e.data ->> 'card') = 'YELLOW' THEN 1 ELSE 0 END) AS yellow_cards,
           sum(CASE WHEN e.event_type = 'CardIssued' AND (e.data ->> 'card') = 'RED' THEN 1 ELSE 0 END) AS red_cards,
           sum(CASE WHEN e.event_type = 'DeadlineMissed' THEN 1 ELSE 0 END) AS missed_deadlines,
           sum(CASE WHEN e.event_type = 'ExtensionApproved' THEN 1 ELSE 0 END) AS extensions,
           max(e.seq) AS last_seq
    FROM case_event AS e
    GROUP BY e.case_no
) AS c
LEFT JOIN (SELECT e.case_no, e.org_code, row_number() OVER (PARTITION BY e.case_no ORDER BY e.seq DESC) AS newest
           FROM case_event AS e WHERE e.org_code IS NOT NULL) AS o ON o.case_no = c.case_no AND o.newest = 1
LEFT JOIN (SELECT e.case_no, e.seq, (e.data ->> 'outcome') AS finding, (e.data ->> 'branch') AS branch
           FROM case_event AS e WHERE e.event_type = 'CaseVerified') AS v ON v.case_no = c.case_no AND v.seq = c.verified_seq
LEFT JOIN (SELECT e.case_no, e.seq, (e.data ->> 'reason') AS close_reason
           FROM case_event AS e WHERE e.event_type = 'CaseClosed') AS z ON z.case_no = c.case_no AND z.seq = c.closed_seq
LEFT JOIN case_round AS f ON f.case_no = c.case_no AND f.round = 0
LEFT JOIN (SELECT e.case_no, COALESCE(e.data -> 'review', e.data -> 'order', e.data -> 'counter') AS review, COALESCE(e.data ->> 'kind', 'BAD_REVIEW') AS case_kind FROM case_event AS e WHERE e.event_type = 'CaseOpened') AS p ON p.case_no = c.case_no
LEFT JOIN org_now AS g ON g.code = o.org_code

-- How far cases opened in [$from, $to) have come at the snapshot. Grain: one row. Unit: cases.
-- called: the calling-back step ended (reached, given up by policy, or anonymous). handed_in: the unit put it right or
-- explained it and handed in its reply. Merged cases and those set aside on appeal stop where they left the way.
SELECT count(*) AS opened, count(*) FILTER (WHERE s.called) AS called, count(*) FILTER (WHERE s.verified) AS verified,
       count(*) FILTER (WHERE s.handed_in) AS handed_in, count(*) FILTER (WHERE s.fed_back) AS fed_back,
       count(*) FILTER (WHERE s.satisfied) AS satisfied
FROM (
    SELECT e.case_no, bool_or(e.to_state = 'VERIFYING' OR e.event_type = 'CaseVerified') AS called,
           bool_or(e.event_type = 'CaseVerified') AS verified, bool_or(e.event_type = 'FeedbackSubmitted') AS handed_in,
           bool_or(e.event_type = 'FeedbackAccepted') AS fed_back,
           bool_or(e.event_type = 'RectificationRated' AND (e.data ->> 'satisfaction') IN ('SATISFIED', 'BASICALLY_SATISFIED')) AS satisfied
    FROM case_event AS e
    JOIN case_clean AS c ON c.case_no = e.case_no AND c.opened_at >= $from AND c.opened_at < $to
    WHERE $org IS NULL OR c.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org)
    GROUP BY e.case_no
) AS s

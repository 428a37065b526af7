-- case_due: what had to be put right or explained by a date, and was it. Grain: one case and round that has a deadline.
-- Left out: rounds whose review was set aside on appeal, and rounds not yet due at the snapshot.
-- is_on_time: handed in by the deadline and accepted; is_replied: accepted at all.
SELECT n.case_no, n.round, n.due_at, n.handed_in_at, n.accepted_at,
       c.org_code, c.level, c.channel, c.is_named, c.item_code, c.area_code, c.hall_code, c.review_source, c.review_no,
       n.accepted_at IS NOT NULL AS is_replied,
       COALESCE(n.accepted_at IS NOT NULL AND n.handed_in_at <= n.due_at, false) AS is_on_time
FROM case_round AS n
JOIN case_clean AS c ON c.case_no = n.case_no
JOIN as_of AS s ON n.due_at <= s.moment
WHERE n.due_at IS NOT NULL AND NOT n.is_set_aside

-- Cases past their deadline and not answered at $to. Grain: one case (its oldest open round). Longest overdue first.
-- Left out: rounds set aside on appeal. state: the last one entered before $to.
SELECT n.case_no, min(n.due_at) AS due_at, date_diff('day', min(n.due_at), $to) AS days_over,
       coalesce(any_value(o.name), any_value(c.org_code), '') AS org, coalesce(any_value(s.to_state), '') AS state
FROM case_round AS n
JOIN case_clean AS c ON c.case_no = n.case_no
LEFT JOIN org_now AS o ON o.code = c.org_code
LEFT JOIN (
    SELECT e.case_no, arg_max(e.to_state, e.seq) AS to_state
    FROM case_event AS e WHERE e.occurred_at < $to AND e.to_state IS NOT NULL GROUP BY e.case_no
) AS s ON s.case_no = n.case_no
WHERE n.due_at < $to AND NOT n.is_set_aside
  AND (n.accepted_at IS NULL OR n.accepted_at >= $to) AND (c.closed_at IS NULL OR c.closed_at >= $to)
  AND ($org IS NULL OR c.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org))
GROUP BY n.case_no
ORDER BY due_at, n.case_no
LIMIT $limit

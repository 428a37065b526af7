-- Policies (处置政策) under which cases open in [$from, $to) or still open then were opened. Grain: one policy version. Unit: cases.
SELECT (e.data ->> 'policyId') AS policy, substr(e.data ->> 'policyHash', 1, 8) AS version, count(*) AS cases
FROM case_event AS e
JOIN case_clean AS c ON c.case_no = e.case_no
WHERE e.event_type = 'CaseOpened' AND (e.data ->> 'policyId') IS NOT NULL AND c.opened_at < $to AND (c.closed_at IS NULL OR c.closed_at >= $from)
  AND ($org IS NULL OR c.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org))
GROUP BY ALL
ORDER BY cases DESC, policy, version

-- Matters past their promised end (stops of the clock added) and not closed at $to. Grain: one matter. Longest overdue first.
-- Left out: hotline orders, matters without a promise, matters withdrawn, moved away or repeated.
SELECT t.ticket_no, coalesce(i.name, t.item_code, '') AS item, coalesce(o.name, t.org_code, '') AS org, t.due_adjusted_at AS due_at,
       date_diff('day', t.due_adjusted_at, $to) AS days_over
FROM ticket_clean AS t
LEFT JOIN item_now AS i ON i.code = t.item_code
LEFT JOIN org_now AS o ON o.code = t.org_code
WHERE t.kind = 'MATTER' AND t.due_adjusted_at < $to AND (t.closed_at IS NULL OR t.closed_at >= $to)
  AND t.status NOT IN ('CANCELLED', 'DUPLICATE', 'TRANSFERRED')
  AND ($org IS NULL OR t.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org))
ORDER BY t.due_adjusted_at, t.ticket_no
LIMIT $limit

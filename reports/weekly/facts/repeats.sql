-- The same problem with the same service item again: named in [$from, $to) and in the 30 days before. Grain: item and problem.
-- Unit: texts (reviews and hotline orders). Left out: void and mistaken texts (P99). Whether the same person wrote twice is
-- not asked here: the serving file knows no persons.
SELECT coalesce(any_value(i.name), p.item_code) AS item, p.problem,
       count(*) FILTER (WHERE p.happened_at >= $from) AS now, count(*) FILTER (WHERE p.happened_at < $from) AS before
FROM problem_clean AS p
LEFT JOIN item_now AS i ON i.code = p.item_code
WHERE p.item_code IS NOT NULL AND p.problem <> 'P99' AND p.happened_at >= $from - INTERVAL 30 DAY AND p.happened_at < $to
  AND ($org IS NULL OR p.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org))
GROUP BY p.item_code, p.problem
HAVING now > 0 AND before > 0
ORDER BY now + before DESC, now DESC, p.item_code, p.problem
LIMIT $limit

-- One example of each integrity rule's findings in [$from, $to): the strongest. Grain: rule and kind of record.
SELECT g.rule, g.subject, arg_max(g.evidence, g.score) AS evidence
FROM flag_clean AS g
WHERE g.happened_at >= $from AND g.happened_at < $to
  AND ($org IS NULL OR g.org_code IN (SELECT d.code FROM org_descendant AS d WHERE d.ancestor = $org))
GROUP BY g.rule, g.subject
ORDER BY g.rule, g.subject

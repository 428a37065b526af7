-- R11 文字与等级相反: a good review whose text tells of a problem, or ticked indicators of the opposite level
SELECT 'review' AS subject, r.source, r.review_no AS subject_no, max(l.probability) AS score,
       '评价第 ' || any_value(r.level) || ' 级，文字反映问题 ' || string_agg(DISTINCT l.label, '、' ORDER BY l.label) AS evidence
FROM review AS r
JOIN text_label AS l ON l.subject = 'review' AND l.source = r.source AND l.subject_no = r.review_no
WHERE r.level >= 4 AND l.axis = 'PROBLEM' AND l.evidence = 'TEXT' AND l.probability >= $min_probability
GROUP BY r.source, r.review_no
UNION ALL
SELECT 'review', r.source, r.review_no, 0.8, '评价第 ' || any_value(r.level) || ' 级，勾选的却是第 ' || min(g.level) || ' 级内容 ' || string_agg(DISTINCT t.code, '、' ORDER BY t.code)
FROM review AS r
JOIN review_tag AS t ON t.source = r.source AND t.review_no = r.review_no
JOIN (SELECT dict, code, min(level) AS level FROM tag GROUP BY dict, code) AS g ON g.dict = t.dict AND g.code = t.code
GROUP BY r.source, r.review_no
HAVING (any_value(r.level) >= 3 AND max(g.level) <= 2) OR (any_value(r.level) <= 2 AND min(g.level) >= 3)

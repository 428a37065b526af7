-- R09 数量对不上: a unit has more reviews than closed tickets in a month, or bad reviews without a case
WITH reviews AS (
    SELECT source, org_code, strftime(reviewed_at, '%Y-%m') AS month, count(*) AS n
    FROM review WHERE org_code IS NOT NULL AND object_type = 'MATTER' AND review_seq = 1 GROUP BY ALL
), tickets AS (
    SELECT org_code, strftime(closed_at, '%Y-%m') AS month, count(*) AS n
    FROM ticket WHERE org_code IS NOT NULL AND closed_at IS NOT NULL GROUP BY ALL
), unopened AS (
    SELECT r.source, r.org_code, count(*) AS n
    FROM review AS r
    WHERE r.level <= 2 AND NOT r.is_default AND r.reviewed_at < $now - to_days(CAST($days_to_open AS INTEGER))
      AND (SELECT count(*) FROM case_event) > 0
      AND NOT EXISTS (SELECT 1 FROM case_event AS e WHERE e.event_type = 'CaseOpened' AND COALESCE(e.data ->> 'kind', 'BAD_REVIEW') = 'BAD_REVIEW' AND e.review_source = r.source AND e.review_no = r.review_no)
    GROUP BY ALL
)
SELECT 'org' AS subject, min(r.source) AS source, r.org_code || '@' || r.month AS subject_no, 1.0 AS score,
       r.month || ' 评价 ' || sum(r.n) || ' 条，多于办结 ' || max(t.n) || ' 件（' || round(100.0 * sum(r.n) / max(t.n), 1) || ' %）' AS evidence
FROM reviews AS r JOIN tickets AS t ON t.org_code = r.org_code AND t.month = r.month
GROUP BY r.org_code, r.month HAVING sum(r.n) > max(t.n)
UNION ALL
SELECT 'org', u.source, COALESCE(u.org_code, '?'), 1.0, u.n || ' 条差评没有立案' FROM unopened AS u

-- R03 固定时差: a unit's reviews come one constant number of seconds after acceptance or closing
WITH gaps AS (
    SELECT r.source, r.review_no, r.org_code, g.kind,
           date_diff('second', g.at_time, r.reviewed_at) AS gap
    FROM review AS r
    LEFT JOIN ticket AS t ON t.source = r.ticket_source AND t.ticket_no = r.ticket_no
    CROSS JOIN LATERAL (VALUES ('受理', COALESCE(r.accepted_at, t.accepted_at)), ('办结', COALESCE(r.served_at, t.closed_at))) AS g (kind, at_time)
    WHERE NOT r.is_default AND r.org_code IS NOT NULL AND g.at_time IS NOT NULL
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY org_code, kind, gap) AS same, count(*) OVER (PARTITION BY org_code, kind) AS total FROM gaps
), found AS (
    SELECT * FROM counted WHERE gap > 0 AND same >= $min_count AND same > $min_share * total
)
SELECT 'review' AS subject, source, review_no AS subject_no, 0.8 AS score,
       '评价恰在' || kind || '后 ' || gap || ' 秒，该单位 ' || total || ' 条中 ' || same || ' 条如此' AS evidence
FROM found
UNION ALL
SELECT 'org', min(source), org_code, 0.8, '评价恰在' || kind || '后 ' || gap || ' 秒：' || max(total) || ' 条中 ' || max(same) || ' 条'
FROM found GROUP BY org_code, kind, gap

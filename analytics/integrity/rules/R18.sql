-- R18 参评偏差: nearly everybody reviews and nobody is dissatisfied
WITH rated AS (
    SELECT ticket_source, ticket_no, bool_or(level <= 2) AS bad FROM review WHERE NOT is_default AND ticket_no IS NOT NULL GROUP BY ALL
)
SELECT 'org' AS subject, min(t.source) AS source, t.org_code AS subject_no, 0.6 AS score,
       count(*) || ' 件办结中 ' || count(r.ticket_no) || ' 件有主动评价，无一差评' AS evidence
FROM ticket AS t LEFT JOIN rated AS r ON r.ticket_source = t.source AND r.ticket_no = t.ticket_no
WHERE t.status = 'CLOSED' AND t.closed_at IS NOT NULL AND t.org_code IS NOT NULL
GROUP BY t.org_code
HAVING count(r.ticket_no) >= $min_count AND count(r.ticket_no) > $min_rate * count(*) AND count(*) FILTER (WHERE r.bad) = 0

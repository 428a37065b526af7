-- R16 申诉异常: a unit appeals, or wins, far more than its peers
WITH cases AS (
    SELECT e.case_no, any_value(e.review_source) AS source, arg_max(e.org_code, e.seq) FILTER (WHERE e.org_code IS NOT NULL) AS org_code,
           bool_or(e.event_type = 'AppealFiled') AS appealed, bool_or(e.event_type = 'AppealUpheld') AS upheld,
           bool_or(e.event_type IN ('AppealUpheld', 'AppealRejected')) AS decided
    FROM case_event AS e
    WHERE e.case_no NOT IN (SELECT k.case_no FROM case_event AS k WHERE k.event_type = 'CaseOpened' AND COALESCE(k.data ->> 'kind', 'BAD_REVIEW') <> 'BAD_REVIEW')
    GROUP BY e.case_no
), counts AS (
    SELECT '申诉率' AS what, min(source) AS source, org_code, count(*) AS n, count(*) FILTER (WHERE appealed) AS k FROM cases WHERE org_code IS NOT NULL GROUP BY org_code
    UNION ALL
    SELECT '申诉通过率', min(source), org_code, count(*), count(*) FILTER (WHERE upheld) FROM cases WHERE org_code IS NOT NULL AND decided GROUP BY org_code
), peers AS (
    SELECT *, (sum(k) OVER (PARTITION BY what) - k) / nullif(CAST(sum(n) OVER (PARTITION BY what) - n AS DOUBLE), 0) AS p FROM counts
)
SELECT 'org' AS subject, source, org_code AS subject_no, 0.6 AS score,
       string_agg(what || ' ' || k || '/' || n || '，其他单位 ' || round(100 * p, 1) || ' %', '；' ORDER BY what) AS evidence
FROM peers
WHERE n >= $min_cases AND p < 1 AND (CAST(k AS DOUBLE) / n - p) > $max_z * sqrt(greatest(p * (1 - p), 1.0 / (4 * n)) / n)
GROUP BY source, org_code

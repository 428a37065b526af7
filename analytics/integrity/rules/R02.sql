-- R02 同秒批量: reviews of one feed with an identical second
SELECT 'review' AS subject, source, review_no AS subject_no, 0.9 AS score, '同一秒有 ' || n || ' 条评价' AS evidence
FROM (SELECT source, review_no, reviewed_at, count(*) OVER (PARTITION BY source, reviewed_at) AS n FROM review WHERE NOT is_default)
-- Midnight to the second is a feed that knows days only.
WHERE n >= $min_batch AND CAST(reviewed_at AS TIME) <> TIME '00:00:00'

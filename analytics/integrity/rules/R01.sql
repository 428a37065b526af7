-- R01 系统默认评价: reviews made by a system: certain where coded; suspected at level 5 or 3 without tag, text or device in a same-second batch
WITH batched AS (
    SELECT source, reviewed_at FROM review WHERE CAST(reviewed_at AS TIME) <> TIME '00:00:00' GROUP BY source, reviewed_at HAVING count(*) >= $min_batch
)
SELECT 'review' AS subject, r.source, r.review_no AS subject_no, 1.0 AS score, '系统默认评价（渠道或默认标记）' AS evidence
FROM review AS r WHERE r.is_default OR r.channel = 'SYSTEM_DEFAULT'
UNION ALL
SELECT 'review', r.source, r.review_no, 0.6, '第 ' || r.level || ' 级、无勾选、无文字、无设备，与一批评价同一秒'
FROM review AS r
JOIN batched AS b ON b.source = r.source AND b.reviewed_at = r.reviewed_at
WHERE NOT r.is_default AND r.channel <> 'SYSTEM_DEFAULT' AND r.level IN (3, 5) AND r.text_masked IS NULL AND r.device_code IS NULL
  AND NOT EXISTS (SELECT 1 FROM review_tag AS t WHERE t.source = r.source AND t.review_no = r.review_no)

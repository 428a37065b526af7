-- R05 短时集中: too many reviews from one device or window in a short time
WITH counted AS (
    SELECT source, review_no, COALESCE(device_code, hall_code || '/' || counter_code) AS place, epoch(reviewed_at) AS s,
           count(*) OVER (PARTITION BY source, COALESCE(device_code, hall_code || '/' || counter_code) ORDER BY epoch(reviewed_at)
                          RANGE BETWEEN CAST($minutes * 60 AS DOUBLE) PRECEDING AND CURRENT ROW) AS n
    FROM review
    WHERE NOT is_default AND COALESCE(device_code, hall_code || '/' || counter_code) IS NOT NULL
), peaked AS (
    SELECT *, max(n) OVER (PARTITION BY source, place ORDER BY s RANGE BETWEEN CURRENT ROW AND CAST($minutes * 60 AS DOUBLE) FOLLOWING) AS peak FROM counted
)
SELECT 'review' AS subject, source, review_no AS subject_no, 0.7 AS score,
       place || ' 在 ' || CAST($minutes AS INTEGER) || ' 分钟内有 ' || peak || ' 条评价' AS evidence
FROM peaked WHERE peak > $max_count

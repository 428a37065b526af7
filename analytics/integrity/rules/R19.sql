-- R19 等级方向可能相反: most active reviews of a load or window are bad: the code's direction is probably reversed
SELECT 'batch' AS subject, source, CAST(batch_id AS VARCHAR) AS subject_no, 0.9 AS score,
       '本批主动评价 ' || count(*) || ' 条中差评 ' || count(*) FILTER (WHERE level <= 2) || ' 条，等级方向可能相反' AS evidence
FROM review WHERE NOT is_default
GROUP BY source, batch_id HAVING count(*) >= $min_count AND count(*) FILTER (WHERE level <= 2) > $max_share * count(*)
UNION ALL
SELECT 'counter', source, hall_code || '/' || counter_code, 0.8,
       '本窗口主动评价 ' || count(*) || ' 条中差评 ' || count(*) FILTER (WHERE level <= 2) || ' 条，等级方向可能相反'
FROM review WHERE NOT is_default AND hall_code IS NOT NULL AND counter_code IS NOT NULL
GROUP BY source, hall_code, counter_code HAVING count(*) >= $min_count AND count(*) FILTER (WHERE level <= 2) > $max_share * count(*)

-- R10 清一色满分: a window with many active reviews, all level 5, not one tag
SELECT 'counter' AS subject, r.source, r.hall_code || '/' || r.counter_code AS subject_no, 0.7 AS score,
       count(*) || ' 条主动评价全部为五星且无一勾选' AS evidence
FROM review AS r
LEFT JOIN (SELECT DISTINCT source, review_no FROM review_tag) AS t ON t.source = r.source AND t.review_no = r.review_no
WHERE NOT r.is_default AND r.hall_code IS NOT NULL AND r.counter_code IS NOT NULL
GROUP BY r.source, r.hall_code, r.counter_code
HAVING count(*) >= $min_count AND min(r.level) = 5 AND count(t.review_no) = 0

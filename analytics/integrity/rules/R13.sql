-- R13 虚拟窗口: a review at a hall or window that is not registered
SELECT 'review' AS subject, r.source, r.review_no AS subject_no, 0.8 AS score,
       CASE WHEN r.hall_code NOT IN (SELECT code FROM hall) THEN '大厅 ' || r.hall_code || ' 未登记'
            ELSE '窗口 ' || r.hall_code || '/' || r.counter_code || ' 未登记' END AS evidence
FROM review AS r
WHERE (r.hall_code IS NOT NULL AND (SELECT count(*) FROM hall) > 0 AND r.hall_code NOT IN (SELECT code FROM hall))
   OR (r.counter_code IS NOT NULL AND r.hall_code IN (SELECT hall_code FROM counter)
       AND NOT EXISTS (SELECT 1 FROM counter AS c WHERE c.hall_code = r.hall_code AND c.code = r.counter_code))

-- R07 号码共用: one telephone stands for many names
SELECT 'review' AS subject, r.source, r.review_no AS subject_no, 0.8 AS score, '同一电话对应 ' || m.n || ' 个不同姓名' AS evidence
FROM review AS r
JOIN (SELECT phone_hash, count(DISTINCT name_hash) AS n FROM review WHERE phone_hash IS NOT NULL GROUP BY phone_hash
      HAVING count(DISTINCT name_hash) > $max_names) AS m ON m.phone_hash = r.phone_hash

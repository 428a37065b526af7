-- R12 雷同文字: identical text in many reviews of a unit
SELECT 'review' AS subject, source, review_no AS subject_no, 0.6 AS score, '同一单位有 ' || n || ' 条文字完全相同的评价' AS evidence
FROM (SELECT source, review_no, count(*) OVER (PARTITION BY org_code, trim(text_masked)) AS n
      FROM review WHERE NOT is_default AND org_code IS NOT NULL AND length(trim(text_masked)) >= $min_length)
WHERE n >= $min_count

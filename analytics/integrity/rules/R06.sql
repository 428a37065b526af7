-- R06 一人多评: one person reviews many different matters on a day
WITH people AS (
    SELECT source, review_no, CAST(reviewed_at AS DATE) AS day, COALESCE(person_hash, phone_hash) AS person,
           COALESCE(ticket_source || '/' || ticket_no, 'review/' || review_no) AS matter
    FROM review WHERE NOT is_default AND COALESCE(person_hash, phone_hash) IS NOT NULL
), many AS (
    SELECT person, day, count(DISTINCT matter) AS n FROM people GROUP BY person, day HAVING count(DISTINCT matter) > $max_count
)
SELECT 'review' AS subject, p.source, p.review_no AS subject_no, 0.7 AS score, '同一人当天评价了 ' || m.n || ' 件不同事项' AS evidence
FROM people AS p JOIN many AS m ON m.person = p.person AND m.day = p.day

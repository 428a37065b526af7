-- R04 评价过快: a hall-device review before the window finished, or within seconds after
WITH served AS (
    SELECT vt.ticket_source, vt.ticket_no, max(v.finished_at) AS finished_at
    FROM visit_ticket AS vt
    JOIN visit AS v ON v.source = vt.source AND v.hall_code = vt.hall_code AND v.visit_date = vt.visit_date AND v.number = vt.number AND v.seq = vt.seq
    GROUP BY vt.ticket_source, vt.ticket_no
), timed AS (
    SELECT r.source, r.review_no, r.reviewed_at, COALESCE(r.served_at, s.finished_at) AS finished_at
    FROM review AS r
    LEFT JOIN served AS s ON s.ticket_source = r.ticket_source AND s.ticket_no = r.ticket_no AND CAST(s.finished_at AS DATE) = CAST(r.reviewed_at AS DATE)
    WHERE r.channel IN ('HALL_PAD', 'HALL_TERMINAL') AND NOT r.is_default
)
SELECT 'review' AS subject, source, review_no AS subject_no,
       CASE WHEN reviewed_at < finished_at THEN 0.9 ELSE 0.6 END AS score,
       CASE WHEN reviewed_at < finished_at THEN '评价早于办理结束 ' || date_diff('second', reviewed_at, finished_at) || ' 秒'
            ELSE '办理结束后 ' || date_diff('second', finished_at, reviewed_at) || ' 秒即评价' END AS evidence
FROM timed
WHERE finished_at IS NOT NULL AND epoch(reviewed_at) - epoch(finished_at) < $min_seconds

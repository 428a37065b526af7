-- R08 非开放时间评价: a hall-device review while the hall was closed
WITH placed AS (
    SELECT r.source, r.review_no, r.hall_code, r.reviewed_at, CAST(r.reviewed_at AS DATE) AS day, isodow(r.reviewed_at) AS weekday,
           EXISTS (SELECT 1 FROM visit AS v WHERE v.hall_code = r.hall_code AND v.visit_date = CAST(r.reviewed_at AS DATE) AND v.outcome = 'SERVED') AS worked,
           EXISTS (SELECT 1 FROM visit AS v WHERE v.hall_code = r.hall_code) AS known,
           EXISTS (SELECT 1 FROM hall_hours AS h WHERE h.hall_code = r.hall_code AND h.weekday = isodow(r.reviewed_at)
                   AND h.valid_from <= CAST(r.reviewed_at AS DATE) AND (h.valid_to IS NULL OR h.valid_to > CAST(r.reviewed_at AS DATE))) AS scheduled
    FROM review AS r
    WHERE r.channel IN ('HALL_PAD', 'HALL_TERMINAL') AND NOT r.is_default AND r.hall_code IN (SELECT hall_code FROM hall_hours)
)
-- A day without hours of its own on which the hall served people is a make-up working day: it keeps Friday's hours.
SELECT 'review' AS subject, p.source, p.review_no AS subject_no,
       CASE WHEN p.scheduled AND p.known AND NOT p.worked THEN 0.7 ELSE 0.9 END AS score,
       strftime(p.reviewed_at, '%Y-%m-%d %H:%M') ||
       CASE WHEN p.known AND NOT p.worked THEN ' 大厅当天未办理业务' ELSE ' 不在大厅开放时间内' END AS evidence
FROM placed AS p
WHERE (p.known AND NOT p.worked)
   OR NOT EXISTS (
        SELECT 1 FROM hall_hours AS h
        WHERE h.hall_code = p.hall_code AND h.weekday = CASE WHEN p.scheduled THEN p.weekday WHEN p.worked THEN 5 END
          AND h.valid_from <= p.day AND (h.valid_to IS NULL OR h.valid_to > p.day)
          AND p.reviewed_at >= p.day + h.opens AND p.reviewed_at <= p.day + h.closes + to_minutes(CAST($grace_minutes AS BIGINT)))

-- Facts of the made-up city from 2025-09-01 to Sunday 2026-11-15 (the end of ISO week 2026-W46). Everything follows from
-- running numbers, so it is the same on every machine. Planted: hall H1 waits twice as long in the last week, department O3 is late,
-- hall H5 has few numbers, system-made five-star reviews, reviews in the same second.
CREATE TEMP TABLE workday AS
SELECT CAST(d AS DATE) AS day, row_number() OVER (ORDER BY d) AS k
FROM range(TIMESTAMP '2025-09-01', TIMESTAMP '2026-11-16', INTERVAL 1 DAY) AS days(d) WHERE isodow(d) <= 5;

INSERT INTO visit (source, hall_code, visit_date, number, seq, queue_name, way, org_code, item_code, counter_code, outcome, taken_at, called_at, started_at, finished_at, wait_s, handle_s, batch_id, line_no)
SELECT 'hall', 'H' || h, v.day, 'A' || i, 1, '综合', CASE WHEN i % 5 = 0 THEN 'APPOINTMENT' ELSE 'ONSITE' END, 'O' || ((i * 3 + h) % 7 + 1), 'I' || ((i * 3 + h) % 7 + 1), 'C' || (i % 4 + 1), outcome,
       taken, CASE WHEN outcome = 'SERVED' THEN taken + wait * INTERVAL 1 SECOND END, CASE WHEN outcome = 'SERVED' THEN taken + wait * INTERVAL 1 SECOND END,
       CASE WHEN outcome = 'SERVED' THEN taken + (wait + handle) * INTERVAL 1 SECOND END,
       CASE WHEN outcome = 'SERVED' THEN wait END, CASE WHEN outcome = 'SERVED' THEN handle END, 2, row_number() OVER ()
FROM (
    SELECT w.day, h, i,
           w.day + INTERVAL 9 HOUR + ((i * 23 + k * 11) % 420) * INTERVAL 1 MINUTE + CASE WHEN (i * 23 + k * 11) % 420 >= 180 THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS taken,
           ([420, 300, 180, 540, 120][h] + (i * 37 + k * 53) % 600 + CASE WHEN (i * 23 + k * 11) % 420 BETWEEN 60 AND 180 THEN 240 ELSE 0 END)
               * CASE WHEN h = 1 AND w.day >= DATE '2026-11-09' THEN 2 ELSE 1 END AS wait,
           200 + (i * 29 + k * 17 + (i % 4) * 150) % 900 AS handle,
           CASE WHEN (i * 7 + k) % 13 = 0 THEN 'NO_SHOW' ELSE 'SERVED' END AS outcome
    FROM workday AS w, range(1, 6) AS halls(h), range(1, 41) AS numbers(i)
    WHERE i <= [40, 30, 24, 20, 2][h]
) AS v;

INSERT INTO ticket (source, ticket_no, kind, status, item_code, org_code, area_code, case_type, apply_channel, applicant_type, applied_at, accepted_at, due_at, closed_at, batch_id, line_no)
SELECT 'approval', 'T' || k || '-' || o || '-' || i, 'MATTER', CASE WHEN closed < TIMESTAMP '2026-11-16' THEN 'CLOSED' ELSE 'OPEN' END, 'I' || o, 'O' || o, '9901', CASE WHEN i % 4 = 0 THEN 'IMMEDIATE' ELSE 'COMMITTED' END,
       ['COUNTER', 'PC', 'MOBILE', 'SELF_SERVICE'][i % 4 + 1], CASE WHEN i % 3 = 0 THEN 'ENTERPRISE' ELSE 'PERSON' END,
       day + INTERVAL 10 HOUR, day + INTERVAL 11 HOUR, day + INTERVAL 5 DAY + INTERVAL 17 HOUR,
       CASE WHEN closed < TIMESTAMP '2026-11-16' THEN closed END, 3, row_number() OVER ()
FROM (
    SELECT *, day + INTERVAL 11 HOUR + (CASE WHEN i % 4 = 0 THEN 1 WHEN (i * 31 + k * 7 + o * 3) % 100 < [2, 4, 14, 1, 3, 0, 5, 2][o] THEN 150 ELSE 40 END) * INTERVAL 1 HOUR AS closed
    FROM workday, range(1, 9) AS orgs(o), range(1, 16) AS numbers(i)
    WHERE i <= [15, 14, 12, 10, 6, 8, 1, 5][o]
) AS t;

INSERT INTO review (source, review_no, ticket_source, ticket_no, item_code, org_code, area_code, channel, level, is_default, is_named, reviewed_at, accepted_at, text_masked, batch_id, line_no)
SELECT 'rating', 'R' || row_number() OVER (ORDER BY k, o, i), 'approval', 'T' || k || '-' || o || '-' || i, 'I' || o, 'O' || o, '9901',
       CASE WHEN made THEN 'SYSTEM_DEFAULT' ELSE ['HALL_PAD', 'MOBILE', 'PC', 'SMS'][(i * 5 + k) % 7 % 4 + 1] END,
       CASE WHEN made THEN 5 WHEN roll < bad THEN 1 + roll % 2 WHEN roll < bad + 6 THEN 3 WHEN roll < bad + 16 THEN 4 ELSE 5 END, made, NOT made AND i % 3 <> 0,
       day + INTERVAL 3 DAY + INTERVAL 12 HOUR + (i * 3) * INTERVAL 1 MINUTE, day + INTERVAL 11 HOUR,
       CASE WHEN roll < bad AND NOT made THEN '等了很久，<script>alert(1)</script> 材料又要补' END, 4, row_number() OVER ()
FROM (
    SELECT day, k, o, i, (i * 11 + k * 3 + o) % 3 = 0 AS made, (i * 41 + k * 19 + o * 7) % 100 AS roll, [2, 3, 7, 2, 1, 1, 3, 2][o] AS bad
    FROM workday, range(1, 9) AS orgs(o), range(1, 16) AS numbers(i)
    WHERE i <= [15, 14, 12, 10, 6, 8, 1, 5][o] AND day < DATE '2026-11-12'
) AS r;

INSERT INTO text_label
SELECT 'review', source, review_no, 'PROBLEM', ['P01', 'P09', 'P02', 'P05', 'P01', 'P03', 'P06'][line_no % 7 + 1], CASE WHEN line_no % 3 = 0 THEN 'TEXT' ELSE 'TAG' END, 0.9, 'm1', NULL, reviewed_at
FROM review WHERE level <= 2;

INSERT INTO integrity_flag SELECT 'R01', 'review', source, review_no, 1, '渠道为系统默认，无终端、无指标', reviewed_at FROM review WHERE is_default;
INSERT INTO integrity_flag SELECT 'R02', 'review', source, review_no, 0.8, '同一秒 24 条', reviewed_at FROM review WHERE NOT is_default AND line_no % 37 = 0;

-- The made-up facts of the scale benchmark as views over range(), in time order, so that publishing writes them once and straight into
-- the serving file. Grain: one rating, queue number or matter. Every day has as many; office hours are nine to five.
DROP TABLE review;
CREATE VIEW review AS
SELECT 'bench' AS source, lpad(i::VARCHAR, 10, '0') AS review_no, 1::TINYINT AS review_seq, 'bench' AS ticket_source, lpad((i // 2)::VARCHAR, 10, '0') AS ticket_no,
       'I' || lpad((h % 200)::VARCHAR, 3, '0') AS item_code, 'O' || lpad((h % 40)::VARCHAR, 2, '0') AS org_code, NULL::VARCHAR AS area_code,
       'H' || lpad((h % 20)::VARCHAR, 2, '0') AS hall_code, lpad((h // 20 % 15)::VARCHAR, 2, '0') AS counter_code, NULL::VARCHAR AS staff_code, NULL::VARCHAR AS device_code,
       'MATTER' AS object_type, NULL::VARCHAR AS stage, CASE h // 7 % 4 WHEN 0 THEN 'PC' WHEN 1 THEN 'MOBILE' ELSE 'HALL_PAD' END AS channel,
       (CASE WHEN h // 11 % 2000 < 3 THEN 1 WHEN h // 11 % 2000 < 5 THEN 2 WHEN h // 11 % 2000 < 25 THEN 3 WHEN h // 11 % 2000 < 125 THEN 4 ELSE 5 END)::TINYINT AS level,
       h // 13 % 10 < 3 AS is_default, h // 17 % 10 < 6 AS is_named,
       TIMESTAMP '{start} 09:00:00' + to_days((i // {per_day})::INTEGER) + to_seconds((i % {per_day}) * 28800.0 / {per_day}) AS reviewed_at,
       NULL::TIMESTAMP AS accepted_at, NULL::TIMESTAMP AS served_at, NULL::VARCHAR AS text_masked,
       NULL::VARCHAR AS person_hash, NULL::VARCHAR AS phone_hash, NULL::VARCHAR AS name_hash, 1::BIGINT AS batch_id, i AS line_no
FROM (SELECT i, hash(i) AS h FROM range({rows}) r(i));
DROP TABLE visit;
CREATE VIEW visit AS
SELECT 'bench' AS source, 'H' || lpad((h % 20)::VARCHAR, 2, '0') AS hall_code, CAST(taken_at AS DATE) AS visit_date, lpad((i % {per_day})::VARCHAR, 7, '0') AS number, 1::INTEGER AS seq,
       NULL::VARCHAR AS queue_name, 'ONSITE' AS way, 'O' || lpad((h // 20 % 40)::VARCHAR, 2, '0') AS org_code, 'I' || lpad((h // 20 % 200)::VARCHAR, 3, '0') AS item_code,
       lpad((h // 20 % 15)::VARCHAR, 2, '0') AS counter_code, NULL::VARCHAR AS staff_code, outcome, taken_at, NULL::TIMESTAMP AS appointment_at,
       CASE WHEN outcome = 'SERVED' THEN taken_at + to_seconds(wait_s) END AS called_at, CASE WHEN outcome = 'SERVED' THEN taken_at + to_seconds(wait_s) END AS started_at,
       CASE WHEN outcome = 'SERVED' THEN taken_at + to_seconds(wait_s + handle_s) END AS finished_at, CASE WHEN outcome = 'SERVED' THEN wait_s END AS wait_s, 0.0::DOUBLE AS closed_s,
       CASE WHEN outcome = 'SERVED' THEN handle_s END AS handle_s, false AS is_forwarded, NULL::VARCHAR AS citizen_group, NULL::VARCHAR AS person_hash, 2::BIGINT AS batch_id, i AS line_no
FROM (SELECT i, hash(i + 1) AS h, TIMESTAMP '{start} 09:00:00' + to_days((i // {per_day})::INTEGER) + to_seconds((i % {per_day}) * 28800.0 / {per_day}) AS taken_at,
             CASE WHEN hash(i + 2) % 100 < 90 THEN 'SERVED' WHEN hash(i + 2) % 100 < 98 THEN 'NO_SHOW' ELSE 'VOID' END AS outcome,
             round(-600 * ln((hash(i + 3) % 100000 + 1) / 100001.0)) AS wait_s, 60.0 + hash(i + 4) % 1800 AS handle_s
      FROM range({rows}) r(i));
DROP TABLE ticket;
CREATE VIEW ticket AS
SELECT 'bench' AS source, lpad(i::VARCHAR, 10, '0') AS ticket_no, 1::INTEGER AS version, CASE WHEN h % 20 = 0 THEN 'HOTLINE' ELSE 'MATTER' END AS kind, 'CLOSED' AS status,
       'I' || lpad((h % 200)::VARCHAR, 3, '0') AS item_code, 'O' || lpad((h % 40)::VARCHAR, 2, '0') AS org_code, NULL::VARCHAR AS area_code,
       'H' || lpad((h // 40 % 20)::VARCHAR, 2, '0') AS hall_code, NULL::VARCHAR AS counter_code, NULL::VARCHAR AS staff_code, NULL::VARCHAR AS category,
       CASE WHEN h % 20 = 0 THEN 'CONSULT' END AS request_type, NULL::VARCHAR AS case_type, CASE h // 7 % 3 WHEN 0 THEN 'COUNTER' WHEN 1 THEN 'PC' ELSE 'MOBILE' END AS apply_channel,
       NULL::VARCHAR AS applicant_type, applied_at, applied_at + to_seconds(3600) AS accepted_at, applied_at + to_days(5) AS due_at,
       applied_at + to_seconds(3600 + hash(i + 6) % 440000) AS closed_at, CASE WHEN h % 20 = 0 THEN applied_at + to_seconds(3600 + hash(i + 6) % 440000) END AS replied_at,
       0.0::DOUBLE AS suspended_s, NULL::VARCHAR AS result, NULL::VARCHAR AS title_masked, NULL::VARCHAR AS text_masked, NULL::VARCHAR AS reply_masked, NULL::VARCHAR AS person_hash,
       NULL::BOOLEAN AS is_assisted, NULL::VARCHAR AS citizen_group, NULL::TIMESTAMP AS dispatched_at, NULL::TIMESTAMP AS signed_at, NULL::TIMESTAMP AS contacted_at, NULL::INTEGER AS returns,
       3::BIGINT AS batch_id, i AS line_no
FROM (SELECT i, hash(i + 5) AS h, TIMESTAMP '{start} 09:00:00' + to_days((2 * i // {per_day})::INTEGER) + to_seconds((2 * i % {per_day}) * 28800.0 / {per_day}) AS applied_at
      FROM range({rows} // 2) r(i));

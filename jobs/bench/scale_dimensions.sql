-- Who and what the made-up facts of the scale benchmark speak of. Grain: one code.
INSERT INTO area SELECT '99' || lpad(i::VARCHAR, 4, '0'), 'area ' || i, 'COUNTY', NULL, DATE '2000-01-01', NULL, 0, i FROM range(10) r(i);
INSERT INTO org (code, name, area_code, parent_code, valid_from, valid_to, batch_id, line_no)
SELECT 'O' || lpad(i::VARCHAR, 2, '0'), 'department ' || i, '99' || lpad((i % 10)::VARCHAR, 4, '0'), NULL, DATE '2000-01-01', NULL, 0, i FROM range(40) r(i);
INSERT INTO hall (code, name, area_code, org_code, valid_from, valid_to, batch_id, line_no)
SELECT 'H' || lpad(i::VARCHAR, 2, '0'), 'hall ' || i, '99' || lpad((i % 10)::VARCHAR, 4, '0'), NULL, DATE '2000-01-01', NULL, 0, i FROM range(20) r(i);
INSERT INTO service_item (code, version, name, org_code, case_type, theme, visits_limit, is_online, valid_from, batch_id, line_no)
SELECT 'I' || lpad(i::VARCHAR, 3, '0'), 1, 'item ' || i, 'O' || lpad((i % 40)::VARCHAR, 2, '0'), CASE WHEN i % 3 = 0 THEN 'IMMEDIATE' ELSE 'COMMITTED' END,
       CASE WHEN i % 10 = 0 THEN 'theme ' || (i // 10) END, i % 3, i % 2 = 0, DATE '2000-01-01', 0, i FROM range(200) r(i);
INSERT INTO batch (batch_id, feed, profile, profile_hash, entity, file_name, file_hash, file_bytes, zone, started_at, finished_at, rows_in, loaded, duplicate, quarantined, first_event, last_event)
SELECT i, 'bench', 'bench', '', e, 'bench', '', 0, 'Asia/Shanghai', TIMESTAMP '{end}', TIMESTAMP '{end}', 0, 0, 0, 0, TIMESTAMP '{start}', TIMESTAMP '{end}'
FROM (VALUES (1, 'review'), (2, 'visit'), (3, 'ticket')) v(i, e);

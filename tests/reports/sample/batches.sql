-- The loads of the made-up city; they add up. Each feed came twice: an empty first load, then the rest.
INSERT INTO batch (batch_id, feed, profile, profile_hash, entity, file_name, file_hash, file_bytes, zone, started_at, finished_at, rows_in, loaded, duplicate, quarantined, nulled, first_event, last_event)
SELECT 10 + i, ['hall', 'approval', 'rating'][i], 'p', 'x', ['visit', 'ticket', 'review'][i], 'first.csv', 'h' || i, 1, 'Asia/Shanghai', TIMESTAMP '2025-08-31 22:00:00', TIMESTAMP '2025-08-31 22:01:00', 1, 0, 0, 1, 0, TIMESTAMP '2025-08-31', TIMESTAMP '2025-08-31'
FROM range(1, 4) AS feeds(i);

INSERT INTO batch (batch_id, feed, profile, profile_hash, entity, file_name, file_hash, file_bytes, zone, started_at, finished_at, rows_in, loaded, duplicate, quarantined, nulled, first_event, last_event)
SELECT 2, 'hall', 'hall', 'x', 'visit', 'visits.csv', 'a', 1, 'Asia/Shanghai', TIMESTAMP '2026-11-15 22:00:00', TIMESTAMP '2026-11-15 22:01:00', count(*) + 12 + 30, count(*), 12, 30, 9, min(taken_at), max(taken_at) FROM visit
UNION ALL SELECT 3, 'approval', 'approval', 'x', 'ticket', 'tickets.csv', 'b', 1, 'Asia/Shanghai', TIMESTAMP '2026-11-15 22:00:00', TIMESTAMP '2026-11-15 22:01:00', count(*) + 4, count(*), 0, 4, 0, min(applied_at), max(closed_at) FROM ticket
UNION ALL SELECT 4, 'rating', 'rating', 'x', 'review', 'reviews.csv', 'c', 1, 'Asia/Shanghai', TIMESTAMP '2026-11-15 22:00:00', TIMESTAMP '2026-11-15 22:01:00', count(*) + 71, count(*), 0, 71, 0, min(reviewed_at), max(reviewed_at) FROM review;

-- Replaced tickets go to the history, as do versions that came too late to be current.
INSERT INTO ticket_history BY NAME
SELECT f.*, $batch AS replaced_by_batch, $now AS replaced_at FROM ticket f
WHERE f.source = $source AND f.ticket_no IN (SELECT s.ticket_no FROM {stage} s JOIN {plan} p ON p.rid = s.rowid WHERE p.fate = 'newer');
DELETE FROM ticket f
WHERE f.source = $source AND f.ticket_no IN (SELECT s.ticket_no FROM {stage} s JOIN {plan} p ON p.rid = s.rowid WHERE p.fate = 'newer');
INSERT INTO ticket_history (source, {columns}, batch_id, line_no, replaced_by_batch, replaced_at)
SELECT $source, {s_columns}, $batch, s.line_no, $batch, $now
FROM {stage} s JOIN {plan} p ON p.rid = s.rowid WHERE p.fate = 'older';

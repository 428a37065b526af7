-- Rows that contradict one that stays go to quarantine, with what they said.
INSERT INTO quarantine
SELECT $batch, s.line_no, '{key_column}', CAST({key_value} AS TEXT), $reason, $detail, CAST(to_json(s) AS TEXT)
FROM {stage} s JOIN {plan} p ON p.rid = s.rowid
WHERE p.fate = 'conflict';

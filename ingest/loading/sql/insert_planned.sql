-- Staged rows that are new or newer, in the order of the file.
INSERT INTO {table} ({source_column} {columns}, batch_id, line_no)
SELECT {source_value} {s_columns}, $batch, s.line_no
FROM {stage} s LEFT JOIN {plan} p ON p.rid = s.rowid {closed_join}
WHERE p.fate IS NULL OR p.fate = 'newer'
ORDER BY s.line_no;

-- Staged rows that are new, in the order of the file.
INSERT INTO {table} ({source_column} {columns}, batch_id, line_no)
SELECT {source_value} {s_columns}, $batch, s.line_no
FROM {stage} s {closed_join}
;

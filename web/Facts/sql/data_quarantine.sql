-- Grain: a refused row of one batch, masked, in the file's order. $batch. At most $limit rows.
SELECT q.line_no, q.column_name, q.value_masked, q.reason, q.detail
FROM quarantine q
WHERE q.batch_id = $batch
ORDER BY q.line_no, q.column_name
LIMIT $limit;

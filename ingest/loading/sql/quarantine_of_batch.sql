-- Refused rows of a batch in the order of its file. Grain: one row.
SELECT line_no, column_name, value_masked, reason, detail, raw_masked FROM quarantine WHERE batch_id = $batch ORDER BY line_no;

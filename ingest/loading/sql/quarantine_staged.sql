-- Refused rows of one output, in the order of the file.
INSERT INTO quarantine SELECT $batch, line_no, column_name, value_masked, reason, detail, raw_masked FROM refused WHERE output = $output ORDER BY line_no;

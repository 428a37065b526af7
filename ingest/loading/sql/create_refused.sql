-- Where refused rows wait for their batch. Grain: one refused row of one output.
CREATE TEMP TABLE refused (output INTEGER, line_no BIGINT, column_name TEXT, value_masked TEXT, reason TEXT, detail TEXT, raw_masked TEXT);

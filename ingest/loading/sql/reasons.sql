-- Why rows of a batch were refused, with the first example of each reason.
SELECT reason, count(*) AS n, min(line_no) AS example_line, arg_min(coalesce(column_name, ''), line_no) AS example_column,
       arg_min(coalesce(value_masked, ''), line_no) AS example_value, arg_min(detail, line_no) AS example_detail
FROM quarantine WHERE batch_id = $batch
GROUP BY reason ORDER BY n DESC, reason LIMIT 20;

-- Rows of one table, named by its full name (quality.main.review). Grain: one row.
SELECT count(*) AS n FROM query_table($table::VARCHAR);

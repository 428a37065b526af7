-- Whether a view still binds: its columns without its rows.
SELECT * FROM query_table($view::VARCHAR) LIMIT 0;

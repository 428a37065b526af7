-- Grain: a name of the serving file that a query can use: table or view, column (with its table), macro (with its parameters).
-- Excluded: DuckDB's own.
SELECT name, kind, parent, says
FROM (
    SELECT table_name AS name, 'table' AS kind, NULL AS parent, comment AS says FROM duckdb_tables() WHERE NOT internal AND database_name = 'quality'
    UNION ALL
    SELECT view_name, 'table', NULL, comment FROM duckdb_views() WHERE NOT internal AND database_name = 'quality'
    UNION ALL
    SELECT column_name, 'column', table_name, comment FROM duckdb_columns() WHERE NOT internal AND database_name = 'quality'
    UNION ALL
    SELECT DISTINCT function_name, 'macro', '(' || array_to_string(parameters, ', ') || ')', any_value(comment) OVER (PARTITION BY function_name)
    FROM duckdb_functions() WHERE NOT internal AND database_name = 'quality'
)
ORDER BY kind, name, parent;

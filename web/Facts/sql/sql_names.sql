-- Grain: a table or view of the serving file with what it says of itself. For the list beside the SQL desk.
SELECT name, comment
FROM (
    SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT internal AND database_name = 'quality'
    UNION ALL
    SELECT view_name, comment FROM duckdb_views() WHERE NOT internal AND database_name = 'quality'
)
ORDER BY name;

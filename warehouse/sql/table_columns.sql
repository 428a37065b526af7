-- The columns of one table in their order. Grain: one column.
SELECT column_name, data_type, is_nullable, column_default IS NOT NULL AS has_default
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table
ORDER BY column_index;

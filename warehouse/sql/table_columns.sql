-- The columns of one table of the session's own database, in their order. Grain: one column.
SELECT name AS column_name, type AS data_type, NOT "notnull" AS is_nullable, dflt_value IS NOT NULL AS has_default
FROM pragma_table_info($table)
ORDER BY cid;

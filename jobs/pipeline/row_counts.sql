-- Rows of the tables that grow whenever anything happens. Grain: one table.
SELECT 'batch' AS table_name, count(*) AS n FROM batch
UNION ALL SELECT 'case_event', count(*) FROM case_event
UNION ALL SELECT 'text_label', count(*) FROM text_label
UNION ALL SELECT 'integrity_flag', count(*) FROM integrity_flag

-- Whether the warehouse has rows that the staged ones could repeat.
SELECT count(*) FROM (SELECT 1 FROM {table} f WHERE {scope} LIMIT 1);

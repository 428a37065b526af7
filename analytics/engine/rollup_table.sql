-- Is there a list of rollups? Grain: one table.
SELECT table_name FROM information_schema.tables WHERE table_name = 'rollup'

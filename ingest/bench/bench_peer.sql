-- The benchmark's peer: DuckDB's own CSV reader with types, no checks. The columns are the generated file's.
CREATE TABLE peer AS
SELECT * FROM read_csv($path, header = true, auto_detect = false, delim = ',', quote = '"', columns = {columns});

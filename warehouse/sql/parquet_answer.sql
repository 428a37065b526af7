-- Grain: one row of an answer of the sandbox on its way into a Parquet file. /*columns*/ is replaced by quoted names and types of a closed list.
CREATE TABLE answer (/*columns*/);

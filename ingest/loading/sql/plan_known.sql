-- Rows of the stage whose natural key the warehouse has, with whether their content is the same. Grain: one staged row.
CREATE TEMP TABLE {plan}_known AS
SELECT s.rowid AS rid, row({s_content}) IS NOT DISTINCT FROM row({f_content}) AS same
FROM {stage} s
JOIN {table} f ON {join} AND {scope};

-- Rows of the stage whose natural key occurs more than once in the file. Grain: one staged row.
-- Hashes find candidates; the keys themselves decide later.
CREATE TEMP TABLE {plan}_repeats AS
SELECT s.rowid AS rid
FROM {stage} s
WHERE hash({s_key}) IN (SELECT hash({key}) FROM {stage} GROUP BY 1 HAVING count(*) > 1);

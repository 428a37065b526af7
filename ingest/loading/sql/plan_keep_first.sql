-- What becomes of staged rows that are not simply new, where the first of a key stays. Grain: one staged row.
-- In the file: the first row of a key is it; a later one with its content is a duplicate, with another a conflict.
-- In the warehouse: the same content is a duplicate, another a conflict (or the next validity of a dimension).
CREATE TEMP TABLE {plan} AS
WITH ranked AS (
    SELECT r.rid,
           row_number() OVER w AS place,
           row({s_content}) IS NOT DISTINCT FROM first_value(row({s_content})) OVER w AS same
    FROM {plan}_repeats r JOIN {stage} s ON s.rowid = r.rid
    WINDOW w AS (PARTITION BY {s_key} ORDER BY s.line_no, s.rowid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
later AS (
    SELECT rid, CASE WHEN same THEN '{repeat}' ELSE 'conflict' END AS fate FROM ranked WHERE place > 1
),
known AS (
    SELECT k.rid, CASE WHEN bool_or(k.same) THEN 'duplicate' ELSE '{change}' END AS fate
    FROM {plan}_known k ANTI JOIN later USING (rid)
    GROUP BY 1
)
SELECT rid, fate, NULL::INTEGER AS version FROM later
UNION ALL
SELECT rid, fate, NULL FROM known;

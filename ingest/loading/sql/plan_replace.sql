-- What becomes of staged tickets that are not simply new, where a newer version replaces an older. Grain: one staged row.
-- A content seen before (in the file, in ticket or in ticket_history) is a duplicate. The others are versions in the order
-- of the feed's version number, or of the file where it gives none: the last is current, the rest go to the history.
-- A numbered version that is not above the current one goes to the history too; an equal number with other content conflicts.
CREATE TEMP TABLE {plan} AS
WITH involved AS (
    SELECT rid FROM {plan}_repeats UNION SELECT rid FROM {plan}_known
),
staged AS (
    SELECT i.rid, s.line_no, s.ticket_no, s.version AS given, row({s_content}) AS content
    FROM involved i JOIN {stage} s ON s.rowid = i.rid
),
current AS (
    SELECT f.ticket_no, f.version, row({f_content}) AS content
    FROM {table} f WHERE {scope} AND f.ticket_no IN (SELECT ticket_no FROM staged)
),
seen AS (
    SELECT ticket_no, content FROM current
    UNION
    SELECT f.ticket_no, row({f_content}) FROM ticket_history f WHERE {scope} AND f.ticket_no IN (SELECT ticket_no FROM staged)
),
judged AS (
    SELECT a.*, row_number() OVER (PARTITION BY a.ticket_no, a.content ORDER BY a.line_no, a.rid) > 1 AS repeats,
           EXISTS (SELECT 1 FROM seen WHERE seen.ticket_no = a.ticket_no AND seen.content IS NOT DISTINCT FROM a.content) AS is_known
    FROM staged a
),
fresh AS (
    SELECT j.*, c.version AS held,
           row_number() OVER (PARTITION BY j.ticket_no ORDER BY {version_order} j.line_no, j.rid) AS place,
           count(*) OVER (PARTITION BY j.ticket_no) AS versions
    FROM judged j LEFT JOIN current c USING (ticket_no)
    WHERE NOT j.repeats AND NOT j.is_known
)
SELECT rid, CASE WHEN is_known THEN 'duplicate' ELSE '{repeat}' END AS fate, NULL::INTEGER AS version FROM judged WHERE repeats OR is_known
UNION ALL
SELECT rid,
       CASE WHEN {numbered} AND given = held THEN 'conflict'
            WHEN {distinct} AND place > 1 THEN 'conflict'
            WHEN {distinct} THEN 'newer'
            WHEN {numbered} AND given < held THEN 'older'
            WHEN place < versions THEN 'older'
            ELSE 'newer' END,
       CASE WHEN {numbered} THEN given ELSE coalesce(held, 0) + place END::INTEGER
FROM fresh;

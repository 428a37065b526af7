-- Grain: a load, latest first. $limit, $offset. Times UTC. rows_in = loaded + duplicate + quarantined holds for every row;
-- is_broken says where it does not. Loads without end are still running or were broken off.
SELECT b.batch_id, b.feed, b.entity, b.profile, b.file_name, b.encoding, b.started_at, b.finished_at,
       b.rows_in, b.loaded, b.duplicate, b.quarantined, b.nulled, b.note,
       b.rows_in <> b.loaded + b.duplicate + b.quarantined AS is_broken, count(*) OVER () AS total
FROM batch b
ORDER BY b.started_at DESC, b.batch_id DESC
LIMIT $limit OFFSET $offset;

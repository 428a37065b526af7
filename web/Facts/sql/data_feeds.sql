-- Grain: feed × entity: everything it ever brought, and how fresh it is. Times: last_loaded UTC, last_event local of the feed.
SELECT feed, entity, count(*) AS batches, max(finished_at) AS last_loaded, max(last_event) AS last_event,
       sum(rows_in)::BIGINT AS rows_in, sum(loaded)::BIGINT AS loaded, sum(duplicate)::BIGINT AS duplicate,
       sum(quarantined)::BIGINT AS quarantined, count(*) FILTER (rows_in <> loaded + duplicate + quarantined) AS broken
FROM batch
GROUP BY feed, entity
ORDER BY feed, entity;

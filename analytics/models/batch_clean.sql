-- batch_clean: loads. Grain: one batch. lag_s: seconds from the newest event in it to the end of its load (数据时延),
-- both in the feed's zone; NULL where the batch holds no times.
SELECT b.batch_id, b.feed, b.entity, b.profile, b.rows_in, b.loaded, b.duplicate, b.quarantined, b.nulled,
       b.first_event, b.last_event, b.finished_at AT TIME ZONE 'UTC' AT TIME ZONE b.zone AS loaded_at,
       EXTRACT(EPOCH FROM ((b.finished_at AT TIME ZONE 'UTC' AT TIME ZONE b.zone) - b.last_event)) AS lag_s
FROM batch AS b
WHERE b.finished_at IS NOT NULL

-- Feeds and what they brought. Grain: feed and kind of record. Batches without event times (dimensions) are left out.
-- mean_gap_days: from the first to the last event of the feed, over the rows it loaded: how long it is usually silent.
-- rows_in … nulled: of the finished batches that hold records of [$from, $to); broken: batches ever whose rows do not add up.
SELECT b.feed, b.entity, max(b.finished_at) AS last_loaded, max(b.last_event) AS last_event, count(*) AS loads,
       CASE WHEN sum(b.loaded) > 1 THEN date_diff('second', min(b.first_event), max(b.last_event)) / 86400.0 / (sum(b.loaded) - 1) END AS mean_gap_days,
       bool_or(b.last_event >= $from AND b.first_event < $to) AS has_period,
       coalesce(sum(b.rows_in) FILTER (WHERE b.last_event >= $from AND b.first_event < $to), 0) AS rows_in,
       coalesce(sum(b.loaded) FILTER (WHERE b.last_event >= $from AND b.first_event < $to), 0) AS loaded,
       coalesce(sum(b.duplicate) FILTER (WHERE b.last_event >= $from AND b.first_event < $to), 0) AS duplicate,
       coalesce(sum(b.quarantined) FILTER (WHERE b.last_event >= $from AND b.first_event < $to), 0) AS quarantined,
       coalesce(sum(b.nulled) FILTER (WHERE b.last_event >= $from AND b.first_event < $to), 0) AS nulled,
       count(*) FILTER (WHERE b.rows_in <> b.loaded + b.duplicate + b.quarantined) AS broken
FROM batch AS b
WHERE b.finished_at IS NOT NULL AND b.last_event IS NOT NULL
GROUP BY b.feed, b.entity
ORDER BY b.feed, b.entity

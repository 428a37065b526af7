-- What the program knows of itself while alerts are looked at. Times UTC, lengths in minutes, space in GB (2^30 bytes).
-- Grain: job_state a step; disk a folder; mirror_state and outbox_state one row; clock one row.
CREATE TEMP TABLE clock (utc TIMESTAMP);
CREATE TEMP TABLE job_state (
    step VARCHAR, started_at TIMESTAMP, outcome VARCHAR, detail VARCHAR, failed_in_row INTEGER, due_at TIMESTAMP, late_minutes DOUBLE, paused BOOLEAN);
CREATE TEMP TABLE disk (folder VARCHAR, free_gb DOUBLE, free_share DOUBLE);
CREATE TEMP TABLE mirror_state (events BIGINT, mirrored BIGINT, oldest_waiting_minutes DOUBLE);
CREATE TEMP TABLE outbox_state (waiting BIGINT, dead BIGINT, oldest_waiting_minutes DOUBLE);
-- Grain: metric × subject × ISO week. centre, low, high: control limits over the weeks; is_signal: a Western Electric rule
-- speaks; is_worse: on the bad side of the centre line; is_last: the last full week.
CREATE TEMP TABLE figure (
    metric VARCHAR, name_zh VARCHAR, name_en VARCHAR, subject VARCHAR, subject_name VARCHAR, week VARCHAR, is_last BOOLEAN,
    value DOUBLE, n BIGINT, target DOUBLE, higher_is_better BOOLEAN, centre DOUBLE, low DOUBLE, high DOUBLE,
    is_signal BOOLEAN, is_worse BOOLEAN, shown VARCHAR, shown_target VARCHAR, shown_centre VARCHAR);

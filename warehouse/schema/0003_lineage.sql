-- Lineage: what was loaded from where, and what was refused and why.

-- Grain: one file (or push, or pull) loaded once. rows_in = loaded + duplicate + quarantined, always.
CREATE TABLE batch (
    batch_id    BIGINT NOT NULL,
    feed        TEXT NOT NULL,           -- the profile's source name
    profile     TEXT NOT NULL,
    profile_hash TEXT NOT NULL,
    entity      TEXT NOT NULL,           -- ticket, visit, review, …
    file_name   TEXT NOT NULL,           -- without folder
    file_hash   TEXT NOT NULL,           -- SHA-256
    file_bytes  BIGINT NOT NULL,
    encoding    TEXT,
    zone        TEXT NOT NULL,
    started_at  TIMESTAMP NOT NULL, finished_at TIMESTAMP,  -- UTC
    rows_in     BIGINT NOT NULL, loaded BIGINT NOT NULL, duplicate BIGINT NOT NULL, quarantined BIGINT NOT NULL,
    nulled      BIGINT NOT NULL DEFAULT 0,  -- values (not rows) emptied by a rule of the profile, counted in `nulled_value`
    first_event TIMESTAMP, last_event TIMESTAMP,
    note        TEXT
);

-- Grain: one refused row. raw_masked is the whole row, masked, so that it can be mended and sent again.
CREATE TABLE quarantine (
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL,
    column_name TEXT, value_masked TEXT, reason TEXT NOT NULL, detail TEXT NOT NULL,
    raw_masked TEXT
);

-- Grain: batch × column × rule: values emptied by a stated rule while the row was kept.
CREATE TABLE nulled_value (
    batch_id BIGINT NOT NULL, column_name TEXT NOT NULL, reason TEXT NOT NULL, n BIGINT NOT NULL,
    example_line BIGINT, example_masked TEXT
);

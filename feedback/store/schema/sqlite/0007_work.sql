-- What the program keeps about its own work: runs of steps with their logs, alerts as events, tokens of programs, saved queries.
-- Alert events and saved queries are appended to, never changed. Of a token only its hash is kept.

ALTER TABLE job_run ADD COLUMN scheduled_utc TEXT;    -- the firing it answers; null where a person asked for it
ALTER TABLE job_run ADD COLUMN server TEXT;
ALTER TABLE job_run ADD COLUMN asked_by TEXT;
ALTER TABLE job_run ADD COLUMN beat_utc TEXT;         -- last sign of life
ALTER TABLE job_run ADD COLUMN share REAL;            -- done, 0 to 1
ALTER TABLE job_run ADD COLUMN doing TEXT;
ALTER TABLE job_run ADD COLUMN stop_asked_by TEXT;
-- One firing runs once; only where its process died or was stopped it may run again.
CREATE UNIQUE INDEX job_run_firing ON job_run (job, scheduled_utc)
    WHERE scheduled_utc IS NOT NULL AND (outcome IS NULL OR outcome NOT IN ('DIED', 'CANCELLED'));
CREATE INDEX job_run_started ON job_run (started_utc);
CREATE TABLE job_line (
    run_id INTEGER NOT NULL REFERENCES job_run (id) ON DELETE CASCADE, line_no INTEGER NOT NULL, at_utc TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (run_id, line_no)
);

CREATE TABLE alert_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, alert TEXT NOT NULL, subject TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
    at_utc TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL, actor_id TEXT NOT NULL, until_utc TEXT, reason TEXT,
    UNIQUE (alert, subject, seq)                      -- two servers that see the same thing write it once
);
CREATE INDEX alert_event_at ON alert_event (at_utc);
CREATE TRIGGER alert_event_stays BEFORE UPDATE ON alert_event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER alert_event_remains BEFORE DELETE ON alert_event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

CREATE TABLE access_token (
    token_id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL REFERENCES "user" (user_id), name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL, created_utc TEXT NOT NULL, expires_utc TEXT NOT NULL, revoked_utc TEXT, revoked_by TEXT, last_used_utc TEXT
);
CREATE INDEX access_token_user ON access_token (user_id);

CREATE TABLE saved_query (
    query_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, sql TEXT NOT NULL, is_shared INTEGER NOT NULL, is_removed INTEGER NOT NULL,
    owner_id TEXT NOT NULL, saved_utc TEXT NOT NULL, PRIMARY KEY (query_id, version)
);
CREATE TRIGGER saved_query_stays BEFORE UPDATE ON saved_query BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER saved_query_remains BEFORE DELETE ON saved_query BEGIN SELECT RAISE(ABORT, 'a version is never removed'); END;

-- Links for the citizen's page, notices to people and their settings, and what the outbox needs to be worked off.
-- Times as in 0001: *_utc UTC, *_at local wall-clock, text. No address and no token stands here: of a link only the hash.

CREATE TABLE rereview_link (
    token_hash TEXT NOT NULL PRIMARY KEY,        -- SHA-256 of the token, hex
    case_no TEXT NOT NULL REFERENCES "case" (case_no), round INTEGER NOT NULL,
    way TEXT NOT NULL, made_by TEXT NOT NULL, made_utc TEXT NOT NULL
);
CREATE INDEX rereview_link_case ON rereview_link (case_no, round);

ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'MAIL';
ALTER TABLE outbox ADD COLUMN case_no TEXT;
ALTER TABLE outbox ADD COLUMN round INTEGER;
ALTER TABLE outbox ADD COLUMN withdrawn_utc TEXT;   -- no longer needed before it was sent
CREATE INDEX outbox_due ON outbox (not_before_utc, id) WHERE sent_utc IS NULL AND dead_utc IS NULL AND withdrawn_utc IS NULL;

ALTER TABLE person ADD COLUMN mail_cipher BLOB;

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT, dedupe_key TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL REFERENCES "user" (user_id), kind TEXT NOT NULL, case_no TEXT NOT NULL REFERENCES "case" (case_no),
    detail TEXT,                                 -- a code of what it is about (step, card, approval), never words
    at TEXT NOT NULL, due_at TEXT, created_utc TEXT NOT NULL, in_desk INTEGER NOT NULL, read_utc TEXT
);
CREATE INDEX notice_user ON notice (user_id, id);
CREATE INDEX notice_unread ON notice (user_id) WHERE read_utc IS NULL AND in_desk = 1;
CREATE TABLE notice_setting (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES "user" (user_id), mail_address TEXT, language TEXT NOT NULL,
    digest_hour INTEGER, quiet_from INTEGER NOT NULL, quiet_until INTEGER NOT NULL, last_digest TEXT
);
CREATE TABLE notice_choice (
    user_id TEXT NOT NULL REFERENCES "user" (user_id), kind TEXT NOT NULL, in_desk INTEGER NOT NULL, by_mail INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind)
);

-- The queue at size: full-text search, saved views, absences and assignment rules; and indexes that fit how lists are read now.

-- Search: the terms of a case's line (overlapping pairs of Chinese characters, words, numbers; see SearchTerms) in an FTS5
-- table without content. case_search_key gives each case its row number there, and says by a hash whether its terms changed.
CREATE TABLE case_search_key (id INTEGER PRIMARY KEY AUTOINCREMENT, case_no TEXT NOT NULL UNIQUE, terms_hash INTEGER NOT NULL);
CREATE VIRTUAL TABLE case_search USING fts5 (terms, content='', contentless_delete=1, tokenize='ascii', prefix='1');
CREATE TABLE search_version (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);
INSERT INTO search_version VALUES (1, 0);

-- Open cases are listed from memory (OpenBoard); what is left to the file is loading them, and the closed ones in order.
DROP INDEX case_view_due;
DROP INDEX case_view_org;
DROP INDEX case_view_handler;
DROP INDEX case_view_opened;
DROP INDEX case_view_waiting;
CREATE INDEX case_view_open ON case_view (org_code) WHERE is_open;
CREATE INDEX case_view_done ON case_view (updated_at, case_no) WHERE NOT is_open;
CREATE INDEX case_view_by_org ON case_view (org_code, updated_at, case_no);
CREATE INDEX case_view_by_opened ON case_view (opened_at, case_no);
CREATE INDEX case_view_by_updated ON case_view (updated_at, case_no);
CREATE INDEX case_view_by_item ON case_view (item_code, opened_at) WHERE item_code IS NOT NULL;
CREATE INDEX case_view_by_counter ON case_view (counter_code, opened_at) WHERE counter_code IS NOT NULL;

-- A list somebody keeps under a name: the queue's address without its page. Shared with the unit, or one's own.
CREATE TABLE saved_view (
    id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL REFERENCES "user" (user_id), name TEXT NOT NULL, address TEXT NOT NULL,
    shared_with TEXT, created_utc TEXT NOT NULL, UNIQUE (user_id, name)       -- shared_with: org code, or null
);
CREATE INDEX saved_view_shared ON saved_view (shared_with) WHERE shared_with IS NOT NULL;
CREATE TABLE queue_setting (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES "user" (user_id), page_size INTEGER NOT NULL, default_view_id TEXT
);

-- Days on which somebody is given no cases, both included. Withdrawn, never deleted.
CREATE TABLE absence (
    id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL REFERENCES "user" (user_id), from_day TEXT NOT NULL, to_day TEXT NOT NULL,
    reason TEXT, entered_by TEXT NOT NULL, entered_utc TEXT NOT NULL, withdrawn_by TEXT, withdrawn_utc TEXT
);
CREATE INDEX absence_user ON absence (user_id, to_day);

-- How a unit's new cases find a handler. The lowest order number whose conditions fit decides; null fits everything.
CREATE TABLE assignment_rule (
    id TEXT NOT NULL PRIMARY KEY, org_code TEXT NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL,
    item_code TEXT, hall_code TEXT, user_ids TEXT, at_most INTEGER,           -- user_ids: joined by commas; null: every handler of the unit
    is_active INTEGER NOT NULL, entered_by TEXT NOT NULL, entered_utc TEXT NOT NULL
);
CREATE INDEX assignment_rule_org ON assignment_rule (org_code, ordinal);

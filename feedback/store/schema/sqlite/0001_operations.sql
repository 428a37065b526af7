-- The operations store on SQLite. Local wall-clock times and UTC times are text (yyyy-MM-dd HH:mm:ss.fff), codes upper snake case.
-- Events are the truth: case_event is appended to, never changed. case_view can be rebuilt from it at any time.

CREATE TABLE policy_version (
    hash TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL, valid_from TEXT NOT NULL, yaml TEXT NOT NULL,
    activated_utc TEXT NOT NULL, activated_by TEXT NOT NULL
);

CREATE TABLE "case" (
    case_no TEXT NOT NULL PRIMARY KEY,
    review_source TEXT NOT NULL, review_no TEXT NOT NULL,
    policy_hash TEXT NOT NULL REFERENCES policy_version (hash),
    opened_at TEXT NOT NULL, created_utc TEXT NOT NULL,
    UNIQUE (review_source, review_no)            -- one review, one case: what makes routing exactly once
);
CREATE TABLE case_number (day TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL);

CREATE TABLE event_position (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL);
INSERT INTO event_position VALUES (1, 0);
CREATE TABLE case_event (
    position INTEGER NOT NULL PRIMARY KEY,       -- one order over all cases, no gaps
    case_no TEXT NOT NULL REFERENCES "case" (case_no), seq INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    at TEXT NOT NULL,                            -- effective, local
    recorded_utc TEXT NOT NULL,                  -- written by the server
    actor_id TEXT NOT NULL, actor_role TEXT NOT NULL,
    from_state TEXT, to_state TEXT NOT NULL,
    due_at TEXT, org_code TEXT,
    data TEXT NOT NULL,                          -- JSON of the event
    UNIQUE (case_no, seq)
);
CREATE TRIGGER case_event_stays BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER case_event_remains BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

CREATE TABLE case_view (
    case_no TEXT NOT NULL PRIMARY KEY REFERENCES "case" (case_no),
    seq INTEGER NOT NULL, state TEXT NOT NULL, is_open INTEGER NOT NULL,
    source TEXT NOT NULL, review_no TEXT NOT NULL, level INTEGER NOT NULL,
    reviewed_at TEXT NOT NULL, opened_at TEXT NOT NULL, updated_at TEXT NOT NULL, closed_at TEXT, closed_as TEXT,
    org_code TEXT, org_name TEXT, hall_code TEXT, hall_name TEXT, counter_code TEXT, counter_name TEXT,
    item_code TEXT, item_name TEXT, ticket_no TEXT,
    text_masked TEXT, tags TEXT, labels TEXT, channel TEXT, is_named INTEGER NOT NULL,
    handler_id TEXT, handler_name TEXT,
    due_step TEXT, due_at TEXT, is_provisional INTEGER NOT NULL, rectify_due_at TEXT, is_stopped INTEGER NOT NULL,
    card TEXT, was_late INTEGER NOT NULL, supervised INTEGER NOT NULL, waiting_for TEXT,
    round INTEGER NOT NULL, branch TEXT, rating TEXT, appeals INTEGER NOT NULL, counts_in_assessment INTEGER NOT NULL,
    merged_into TEXT,
    search_text TEXT NOT NULL                    -- lower case, what the queue's search looks in
);
CREATE INDEX case_view_due ON case_view (is_open, due_at, case_no);
CREATE INDEX case_view_org ON case_view (org_code, is_open, due_at, case_no);
CREATE INDEX case_view_handler ON case_view (handler_id, is_open, due_at) WHERE handler_id IS NOT NULL;
CREATE INDEX case_view_opened ON case_view (is_open, opened_at, case_no);
CREATE INDEX case_view_waiting ON case_view (waiting_for, is_open) WHERE waiting_for IS NOT NULL;
CREATE INDEX case_view_ticket ON case_view (ticket_no) WHERE ticket_no IS NOT NULL;

CREATE TABLE calendar_year (region TEXT NOT NULL, year INTEGER NOT NULL, papers TEXT NOT NULL, PRIMARY KEY (region, year));
CREATE TABLE calendar_day (region TEXT NOT NULL, date TEXT NOT NULL, name TEXT NOT NULL, is_off INTEGER NOT NULL, PRIMARY KEY (region, date));
CREATE TABLE org_unit (code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, parent_code TEXT);
CREATE TABLE router_position (name TEXT NOT NULL PRIMARY KEY, cursor TEXT NOT NULL);

CREATE TABLE "user" (
    user_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, org_code TEXT, staff_code TEXT, language TEXT NOT NULL,
    password_hash TEXT NOT NULL, failed_logins INTEGER NOT NULL, locked_until_utc TEXT, is_active INTEGER NOT NULL, created_utc TEXT NOT NULL
);
CREATE TABLE role (user_id TEXT NOT NULL REFERENCES "user" (user_id), role TEXT NOT NULL, PRIMARY KEY (user_id, role));
CREATE TABLE scope (user_id TEXT NOT NULL REFERENCES "user" (user_id), org_code TEXT NOT NULL, PRIMARY KEY (user_id, org_code));  -- '*': all

CREATE TABLE person (person_hash TEXT NOT NULL PRIMARY KEY, name_cipher BLOB, phone_cipher BLOB, updated_utc TEXT NOT NULL);
CREATE TABLE access_audit (
    seq INTEGER NOT NULL PRIMARY KEY, at_utc TEXT NOT NULL, user_id TEXT NOT NULL, action TEXT NOT NULL,
    subject TEXT NOT NULL, purpose TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TRIGGER access_audit_stays BEFORE UPDATE ON access_audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER access_audit_remains BEFORE DELETE ON access_audit BEGIN SELECT RAISE(ABORT, 'the audit is never shortened'); END;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, dedupe_key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, recipient TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, created_utc TEXT NOT NULL, not_before_utc TEXT,
    attempts INTEGER NOT NULL, sent_utc TEXT, dead_utc TEXT, last_error TEXT
);
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT NOT NULL, period TEXT NOT NULL, recipient TEXT NOT NULL, channel TEXT NOT NULL,
    at_utc TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT, UNIQUE (report, period, recipient, channel)
);
CREATE TABLE job_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT, job TEXT NOT NULL, started_utc TEXT NOT NULL, finished_utc TEXT, outcome TEXT, detail TEXT
);
CREATE INDEX job_run_job ON job_run (job, started_utc);
CREATE TABLE label_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, source TEXT NOT NULL, subject_no TEXT NOT NULL,
    axis TEXT NOT NULL, label TEXT NOT NULL, is_right INTEGER NOT NULL, decided_by TEXT NOT NULL, decided_utc TEXT NOT NULL
);
CREATE TABLE attachment (
    case_no TEXT NOT NULL REFERENCES "case" (case_no), content_hash TEXT NOT NULL, file_name TEXT NOT NULL, media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL, uploaded_by TEXT NOT NULL, uploaded_utc TEXT NOT NULL, PRIMARY KEY (case_no, content_hash)
);

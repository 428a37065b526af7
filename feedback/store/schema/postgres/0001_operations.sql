-- The operations store on PostgreSQL; table for table and column for column that of SQLite. Times are without zone: local
-- wall-clock where the name ends in _at (and at), UTC where it ends in _utc. Codes upper snake case.
-- Events are the truth: case_event is appended to, never changed. case_view can be rebuilt from it at any time.

CREATE TABLE policy_version (
    hash TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL, valid_from DATE NOT NULL, yaml TEXT NOT NULL,
    activated_utc TIMESTAMP NOT NULL, activated_by TEXT NOT NULL
);

CREATE TABLE "case" (
    case_no TEXT NOT NULL PRIMARY KEY,
    review_source TEXT NOT NULL, review_no TEXT NOT NULL,
    policy_hash TEXT NOT NULL REFERENCES policy_version (hash),
    opened_at TIMESTAMP NOT NULL, created_utc TIMESTAMP NOT NULL,
    UNIQUE (review_source, review_no)            -- one review, one case: what makes routing exactly once
);
CREATE TABLE case_number (day DATE NOT NULL PRIMARY KEY, last BIGINT NOT NULL);

CREATE TABLE event_position (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), last BIGINT NOT NULL);
INSERT INTO event_position VALUES (1, 0);
CREATE TABLE case_event (
    position BIGINT NOT NULL PRIMARY KEY,       -- one order over all cases, no gaps
    case_no TEXT NOT NULL REFERENCES "case" (case_no), seq INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    at TIMESTAMP NOT NULL,                            -- effective, local
    recorded_utc TIMESTAMP NOT NULL,                  -- written by the server
    actor_id TEXT NOT NULL, actor_role TEXT NOT NULL,
    from_state TEXT, to_state TEXT NOT NULL,
    due_at TIMESTAMP, org_code TEXT,
    data TEXT NOT NULL,                          -- JSON of the event
    UNIQUE (case_no, seq)
);
CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE TRIGGER case_event_stays BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION never_changed();

CREATE TABLE case_view (
    case_no TEXT NOT NULL PRIMARY KEY REFERENCES "case" (case_no),
    seq INTEGER NOT NULL, state TEXT NOT NULL, is_open BOOLEAN NOT NULL,
    source TEXT NOT NULL, review_no TEXT NOT NULL, level INTEGER NOT NULL,
    reviewed_at TIMESTAMP NOT NULL, opened_at TIMESTAMP NOT NULL, updated_at TIMESTAMP NOT NULL, closed_at TIMESTAMP, closed_as TEXT,
    org_code TEXT, org_name TEXT, hall_code TEXT, hall_name TEXT, counter_code TEXT, counter_name TEXT,
    item_code TEXT, item_name TEXT, ticket_no TEXT,
    text_masked TEXT, tags TEXT, labels TEXT, channel TEXT, is_named BOOLEAN NOT NULL,
    handler_id TEXT, handler_name TEXT,
    due_step TEXT, due_at TIMESTAMP, is_provisional BOOLEAN NOT NULL, rectify_due_at TIMESTAMP, is_stopped BOOLEAN NOT NULL,
    card TEXT, was_late BOOLEAN NOT NULL, supervised BOOLEAN NOT NULL, waiting_for TEXT,
    round INTEGER NOT NULL, branch TEXT, rating TEXT, appeals INTEGER NOT NULL, counts_in_assessment BOOLEAN NOT NULL,
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
CREATE TABLE calendar_day (region TEXT NOT NULL, date DATE NOT NULL, name TEXT NOT NULL, is_off BOOLEAN NOT NULL, PRIMARY KEY (region, date));
CREATE TABLE org_unit (code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, parent_code TEXT);
CREATE TABLE router_position (name TEXT NOT NULL PRIMARY KEY, cursor TEXT NOT NULL);

CREATE TABLE "user" (
    user_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, org_code TEXT, staff_code TEXT, language TEXT NOT NULL,
    password_hash TEXT NOT NULL, failed_logins INTEGER NOT NULL, locked_until_utc TIMESTAMP, is_active BOOLEAN NOT NULL, created_utc TIMESTAMP NOT NULL
);
CREATE TABLE role (user_id TEXT NOT NULL REFERENCES "user" (user_id), role TEXT NOT NULL, PRIMARY KEY (user_id, role));
CREATE TABLE scope (user_id TEXT NOT NULL REFERENCES "user" (user_id), org_code TEXT NOT NULL, PRIMARY KEY (user_id, org_code));  -- '*': all

CREATE TABLE person (person_hash TEXT NOT NULL PRIMARY KEY, name_cipher BYTEA, phone_cipher BYTEA, updated_utc TIMESTAMP NOT NULL);
CREATE TABLE access_audit (
    seq BIGINT NOT NULL PRIMARY KEY, at_utc TIMESTAMP NOT NULL, user_id TEXT NOT NULL, action TEXT NOT NULL,
    subject TEXT NOT NULL, purpose TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TRIGGER access_audit_stays BEFORE UPDATE OR DELETE ON access_audit FOR EACH ROW EXECUTE FUNCTION never_changed();

CREATE TABLE outbox (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, dedupe_key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, recipient TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, created_utc TIMESTAMP NOT NULL, not_before_utc TIMESTAMP,
    attempts INTEGER NOT NULL, sent_utc TIMESTAMP, dead_utc TIMESTAMP, last_error TEXT
);
CREATE TABLE delivery (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, report TEXT NOT NULL, period TEXT NOT NULL, recipient TEXT NOT NULL, channel TEXT NOT NULL,
    at_utc TIMESTAMP NOT NULL, outcome TEXT NOT NULL, detail TEXT, UNIQUE (report, period, recipient, channel)
);
CREATE TABLE job_run (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, job TEXT NOT NULL, started_utc TIMESTAMP NOT NULL, finished_utc TIMESTAMP, outcome TEXT, detail TEXT
);
CREATE INDEX job_run_job ON job_run (job, started_utc);
CREATE TABLE label_decision (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, subject TEXT NOT NULL, source TEXT NOT NULL, subject_no TEXT NOT NULL,
    axis TEXT NOT NULL, label TEXT NOT NULL, is_right BOOLEAN NOT NULL, decided_by TEXT NOT NULL, decided_utc TIMESTAMP NOT NULL
);
CREATE TABLE attachment (
    case_no TEXT NOT NULL REFERENCES "case" (case_no), content_hash TEXT NOT NULL, file_name TEXT NOT NULL, media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL, uploaded_by TEXT NOT NULL, uploaded_utc TIMESTAMP NOT NULL, PRIMARY KEY (case_no, content_hash)
);

-- What a handler needs on one page: reply templates, who has a case open now, whose case it is, and the indexes these are found by.
-- Templates are appended to, never changed: the highest version of an id is the one in use.
CREATE TABLE reply_template (
    template_id TEXT NOT NULL, version INTEGER NOT NULL,
    org_code TEXT,                               -- null: for every unit
    title TEXT NOT NULL, body TEXT NOT NULL, is_active INTEGER NOT NULL,
    written_by TEXT NOT NULL, written_utc TEXT NOT NULL, PRIMARY KEY (template_id, version)
);
CREATE TRIGGER reply_template_stays BEFORE UPDATE ON reply_template BEGIN SELECT RAISE(ABORT, 'templates are never changed, only followed by a new version'); END;
CREATE TRIGGER reply_template_remains BEFORE DELETE ON reply_template BEGIN SELECT RAISE(ABORT, 'templates are never removed'); END;

-- Grain: an account that has a case open. Gone when it leaves, or when nothing was heard for a while. Nothing depends on it.
CREATE TABLE case_presence (
    case_no TEXT NOT NULL, user_id TEXT NOT NULL, is_writing INTEGER NOT NULL,
    since_utc TEXT NOT NULL, seen_utc TEXT NOT NULL, PRIMARY KEY (case_no, user_id)
);
CREATE INDEX case_presence_seen ON case_presence (seen_utc);

-- Grain: a case whose citizen is known by a keyed hash. Derived from CaseOpened; asked only for those who may see earlier cases of a citizen.
CREATE TABLE case_person (case_no TEXT NOT NULL PRIMARY KEY REFERENCES "case" (case_no), person_hash TEXT NOT NULL);
CREATE INDEX case_person_hash ON case_person (person_hash, case_no);
INSERT INTO case_person (case_no, person_hash)
SELECT case_no, json_extract(data, '$.review.personHash') FROM case_event
WHERE event_type = 'CaseOpened' AND json_extract(data, '$.review.personHash') IS NOT NULL;

CREATE INDEX case_event_reply ON case_event (org_code, position) WHERE event_type = 'FeedbackSubmitted';
CREATE INDEX access_audit_subject ON access_audit (subject, seq);
CREATE INDEX label_decision_subject ON label_decision (source, subject_no);

-- Findings: what the program says about facts. Facts are never changed by them.

-- Grain: one rule's finding on one record. A flag is for a person to look at; it excludes nothing by itself.
CREATE TABLE integrity_flag (
    rule TEXT NOT NULL,                  -- R01 … R20
    subject TEXT NOT NULL CHECK (subject IN ('review', 'visit', 'ticket', 'org', 'counter', 'batch')),
    source TEXT NOT NULL, subject_no TEXT NOT NULL,
    score DOUBLE NOT NULL,               -- 0–1; 1 is certain
    evidence TEXT NOT NULL,              -- what was seen, in one line, zh-CN
    found_at TIMESTAMP NOT NULL          -- UTC
);

-- Grain: text × axis × label × evidence.
CREATE TABLE text_label (
    subject TEXT NOT NULL CHECK (subject IN ('review', 'ticket')),
    source TEXT NOT NULL, subject_no TEXT NOT NULL,
    axis TEXT NOT NULL CHECK (axis IN ('PROBLEM', 'MATTER')),
    label TEXT NOT NULL,                 -- P01 … P99, or the taxonomy's name
    evidence TEXT NOT NULL CHECK (evidence IN ('TAG', 'TEXT', 'PERSON')),
    probability DOUBLE, model TEXT, decided_by TEXT,
    labelled_at TIMESTAMP NOT NULL       -- UTC
);

-- Mirror of the loop's events. Grain: one event. Natural key: case_no, seq. Written with mirror_position in one transaction.
CREATE TABLE case_event (
    position   BIGINT NOT NULL,          -- the operations store's global order
    case_no    TEXT NOT NULL, seq INTEGER NOT NULL,
    event_type TEXT NOT NULL,            -- CaseOpened, CallbackAttempted, …
    occurred_at TIMESTAMP NOT NULL,      -- local wall-clock (AT is a reserved word in DuckDB 1.5)
    actor_role TEXT, from_state TEXT, to_state TEXT,
    due_at     TIMESTAMP,                -- the deadline the event set, if it set one
    review_source TEXT, review_no TEXT, org_code TEXT,
    data       JSON                      -- without personal data
);
CREATE TABLE mirror_position (name TEXT NOT NULL, position BIGINT NOT NULL);
INSERT INTO mirror_position VALUES ('case_event', 0);

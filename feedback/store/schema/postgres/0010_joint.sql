-- Joint matters: what supporting units were asked to do. support_task is a projection of case_event and can be rebuilt from it,
-- as case_view can. support_orgs: the units with an open task, as ',A,B,'; null where there is none.
ALTER TABLE case_view ADD COLUMN support_orgs TEXT;
CREATE TABLE support_task (
    case_no TEXT NOT NULL REFERENCES "case" (case_no), task_no INTEGER NOT NULL, org_code TEXT NOT NULL, org_name TEXT,
    state TEXT NOT NULL, is_open BOOLEAN NOT NULL, asked_at TIMESTAMP NOT NULL, due_at TIMESTAMP, is_provisional BOOLEAN NOT NULL,
    card TEXT, was_late BOOLEAN NOT NULL, handler_id TEXT, handler_name TEXT, ended_at TIMESTAMP, PRIMARY KEY (case_no, task_no)
);
CREATE INDEX support_task_open ON support_task (org_code, due_at) WHERE is_open;

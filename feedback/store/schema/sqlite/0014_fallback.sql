-- The fallback register (兜底台账): matters that ordinary ways did not solve. fallback_entry is a projection of case_event and can be
-- rebuilt from it, as case_view can. Grain: one case and entry; times local; working_days null while open.
CREATE TABLE fallback_entry (
    case_no TEXT NOT NULL REFERENCES "case" (case_no), entry_no INTEGER NOT NULL, origin TEXT NOT NULL, reason TEXT, taken_at TEXT NOT NULL,
    outcome TEXT, answer TEXT, ended_at TEXT, working_days INTEGER, PRIMARY KEY (case_no, entry_no)
);
CREATE INDEX fallback_entry_taken ON fallback_entry (taken_at);

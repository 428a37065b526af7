-- Why a policy was put in force, drafts of policies, and who loaded which calendar when and why.
-- Drafts and loads are appended to, never changed: the highest version of a draft is the one that counts.
ALTER TABLE policy_version ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE policy_draft (
    draft_id TEXT NOT NULL, version INTEGER NOT NULL,
    based_on TEXT NOT NULL,                      -- hash of the policy it was begun from
    yaml TEXT NOT NULL, is_removed BOOLEAN NOT NULL, saved_by TEXT NOT NULL, saved_utc TIMESTAMP NOT NULL, PRIMARY KEY (draft_id, version)
);
CREATE TRIGGER policy_draft_stays BEFORE UPDATE OR DELETE ON policy_draft FOR EACH ROW EXECUTE FUNCTION never_changed();

CREATE TABLE calendar_load (
    load_id TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL,
    years TEXT NOT NULL,                         -- announced by it, joined by commas
    days INTEGER NOT NULL,                       -- special days in the file
    deadlines INTEGER NOT NULL, cases INTEGER NOT NULL,   -- foreseen to move when it was loaded; what moved stands in case_event
    text TEXT NOT NULL, reason TEXT NOT NULL, loaded_by TEXT NOT NULL, loaded_utc TIMESTAMP NOT NULL
);
CREATE TRIGGER calendar_load_stays BEFORE UPDATE OR DELETE ON calendar_load FOR EACH ROW EXECUTE FUNCTION never_changed();

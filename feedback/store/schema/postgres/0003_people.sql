-- Sessions that can be ended, passwords that must be changed at the next log-in, and whom a case rates: lists keep from that person what could tell who rated.
ALTER TABLE "user" ADD COLUMN session_stamp TEXT NOT NULL DEFAULT '';
ALTER TABLE "user" ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE case_view ADD COLUMN staff_code TEXT;
UPDATE case_view v SET staff_code = (SELECT e.data::jsonb #>> '{review,staffCode}' FROM case_event e WHERE e.case_no = v.case_no AND e.seq = 1);
CREATE INDEX case_view_staff ON case_view (staff_code) WHERE staff_code IS NOT NULL;
CREATE INDEX access_audit_user ON access_audit (user_id, seq);
-- TRUNCATE fires no row trigger; the two tables that are never shortened refuse it by one of their own.
CREATE TRIGGER access_audit_kept BEFORE TRUNCATE ON access_audit FOR EACH STATEMENT EXECUTE FUNCTION never_changed();
CREATE TRIGGER case_event_kept BEFORE TRUNCATE ON case_event FOR EACH STATEMENT EXECUTE FUNCTION never_changed();

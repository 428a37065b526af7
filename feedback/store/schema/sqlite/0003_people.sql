-- Sessions that can be ended, passwords that must be changed at the next log-in, and whom a case rates: lists keep from that person what could tell who rated.
ALTER TABLE "user" ADD COLUMN session_stamp TEXT NOT NULL DEFAULT '';
ALTER TABLE "user" ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_view ADD COLUMN staff_code TEXT;
UPDATE case_view SET staff_code = (SELECT json_extract(e.data, '$.review.staffCode') FROM case_event e WHERE e.case_no = case_view.case_no AND e.seq = 1);
CREATE INDEX case_view_staff ON case_view (staff_code) WHERE staff_code IS NOT NULL;
CREATE INDEX access_audit_user ON access_audit (user_id, seq);

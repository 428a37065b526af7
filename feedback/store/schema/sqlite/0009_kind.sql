-- Cases have a kind. The event that opened a case says which; an opening without a kind is a bad review's. Orders count as other matters
-- than reviews of the same feed and number: their review_source in "case" begins with "order/".
ALTER TABLE case_view ADD COLUMN kind TEXT NOT NULL DEFAULT 'BAD_REVIEW';
CREATE INDEX case_view_by_kind ON case_view (kind, updated_at, case_no) WHERE kind <> 'BAD_REVIEW';

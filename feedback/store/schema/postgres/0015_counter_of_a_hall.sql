-- What happened at the same counter: a counter's code is its hall's ("01" stands in every hall), so it is looked for within the hall.
DROP INDEX case_view_by_counter;
DROP INDEX case_view_org_counter;
CREATE INDEX case_view_hall_counter ON case_view (hall_code, counter_code, opened_at) WHERE counter_code IS NOT NULL;
CREATE INDEX case_view_org_counter ON case_view (org_code, hall_code, counter_code, opened_at) WHERE counter_code IS NOT NULL;

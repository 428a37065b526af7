-- What the case page finds nearby for somebody of one unit, and the tree that scopes are read down.
CREATE INDEX case_view_org_item ON case_view (org_code, item_code, opened_at) WHERE item_code IS NOT NULL;
CREATE INDEX case_view_org_counter ON case_view (org_code, counter_code, opened_at) WHERE counter_code IS NOT NULL;
CREATE INDEX org_unit_parent ON org_unit (parent_code) WHERE parent_code IS NOT NULL;

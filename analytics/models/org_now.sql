-- org_now: orgs as they are now. Grain: one code, its newest row.
SELECT i.code, i.name, i.area_code, i.parent_code, i.kind, i.valid_to IS NULL AS is_in_force
FROM (SELECT s.*, row_number() OVER (PARTITION BY s.code ORDER BY s.valid_from DESC) AS newest FROM org AS s) AS i
WHERE i.newest = 1

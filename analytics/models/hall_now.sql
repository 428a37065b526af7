-- hall_now: halls as they are now. Grain: one code, its newest row.
SELECT i.code, i.name, i.area_code, i.org_code, i.kind, i.valid_to IS NULL AS is_in_force
FROM (SELECT s.*, row_number() OVER (PARTITION BY s.code ORDER BY s.valid_from DESC) AS newest FROM hall AS s) AS i
WHERE i.newest = 1

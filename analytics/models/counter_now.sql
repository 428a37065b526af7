-- counter_now: windows as they are now. Grain: hall and counter code; key is what the facts' dimension "counter" holds.
SELECT i.hall_code || '/' || i.code AS key, i.hall_code, i.code, i.name, i.org_code, i.valid_to IS NULL AS is_in_force
FROM (SELECT s.*, row_number() OVER (PARTITION BY s.hall_code, s.code ORDER BY s.valid_from DESC) AS newest FROM counter AS s) AS i
WHERE i.newest = 1

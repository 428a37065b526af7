-- one_thing_now: joined-up services (一件事) as they are now, with what they took before. Grain: one code, its newest row.
-- items: service items of it in force.
SELECT i.code, i.name, i.audience, i.is_joint, i.lead_org_code AS org_code, o.area_code,
       i.fields_before, i.fields_after, i.materials_before, i.materials_after, i.steps_before, i.steps_after,
       i.time_before_s, i.time_after_s, i.visits_before, i.visits_after, COALESCE(n.items, 0) AS items
FROM (SELECT s.*, row_number() OVER (PARTITION BY s.code ORDER BY s.valid_from DESC) AS newest FROM one_thing AS s) AS i
LEFT JOIN org_now AS o ON o.code = i.lead_org_code
LEFT JOIN (SELECT t.theme, count(*) AS items FROM item_now AS t WHERE t.is_in_force GROUP BY t.theme) AS n ON n.theme = i.code
WHERE i.newest = 1 AND i.valid_to IS NULL

-- item_now: service items as they are now. Grain: one item code (its newest version). Limits in natural days:
-- 1 working day = 7/5 days (a week has five), 1 hour = 1/24 day; a limit of unknown unit stays NULL.
-- visits_band: promised visits 0, 1, 2, 3 and more (跑零次、一次、两次、三次及以上).
SELECT i.code, i.version, i.name, i.org_code, i.area_code, i.item_type, i.case_type, i.theme,
       i.visits_limit, i.is_online, i.materials, i.steps, i.is_mobile, i.is_full_online, i.e_materials, i.exempt_materials,
       CASE WHEN i.visits_limit > 3 THEN 3 ELSE i.visits_limit END AS visits_band,
       i.statutory_limit * CASE i.statutory_unit WHEN 'WORKING_DAY' THEN 1.4 WHEN 'DAY' THEN 1.0 WHEN 'HOUR' THEN 1.0 / 24 END AS statutory_days,
       i.promise_limit * CASE i.promise_unit WHEN 'WORKING_DAY' THEN 1.4 WHEN 'DAY' THEN 1.0 WHEN 'HOUR' THEN 1.0 / 24 END AS promise_days,
       i.valid_to IS NULL AS is_in_force
FROM (SELECT s.*, row_number() OVER (PARTITION BY s.code ORDER BY s.valid_from DESC, s.version DESC) AS newest
      FROM service_item AS s) AS i
WHERE i.newest = 1

-- peer_group: which units may fairly be compared (同类单位). Grain: dimension and code; units with the same peer are of one kind.
-- Areas by level; departments and halls by their stated kind, else by the level of their area; windows by hall; staff by hall,
-- else by department; items by type and kind of case.
SELECT 'area' AS dimension, a.code, a.level AS peer FROM area_now AS a WHERE a.is_in_force
UNION ALL SELECT 'org', o.code, COALESCE(o.kind, 'level ' || a.level) FROM org_now AS o LEFT JOIN area_now AS a ON a.code = o.area_code WHERE o.is_in_force
UNION ALL SELECT 'hall', h.code, COALESCE(h.kind, 'level ' || a.level) FROM hall_now AS h LEFT JOIN area_now AS a ON a.code = h.area_code WHERE h.is_in_force
UNION ALL SELECT 'counter', c.key, c.hall_code FROM counter_now AS c WHERE c.is_in_force
UNION ALL SELECT 'staff', s.code, COALESCE(s.hall_code, s.org_code)
          FROM (SELECT t.*, row_number() OVER (PARTITION BY t.code ORDER BY t.valid_from DESC) AS newest FROM staff AS t) AS s
          WHERE s.newest = 1 AND s.valid_to IS NULL
UNION ALL SELECT 'item', i.code, COALESCE(i.item_type, '') || '/' || COALESCE(i.case_type, '') FROM item_now AS i WHERE i.is_in_force

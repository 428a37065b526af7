-- dimension_label: names of codes as they are now. Grain: dimension and code.
SELECT 'org' AS dimension, code, name FROM org_now
UNION ALL SELECT 'hall', code, name FROM hall_now
UNION ALL SELECT 'counter', key, name FROM counter_now
UNION ALL SELECT 'item', code, name FROM item_now
UNION ALL SELECT 'area', code, name FROM area_now
UNION ALL SELECT 'tag', code, min(label) FROM tag GROUP BY code

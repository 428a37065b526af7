-- Grain: a service item now in force, its latest version. For choosing an item in forms.
SELECT code, arg_max(name, version) AS name FROM service_item WHERE valid_to IS NULL GROUP BY code ORDER BY name, code;

-- Grain: a unit now in force. For choosing a unit in forms and filters.
SELECT code, name FROM org WHERE valid_to IS NULL ORDER BY name, code;

-- Grain: a hall now in force. For choosing a hall in filters.
SELECT code, name FROM hall WHERE valid_to IS NULL ORDER BY name, code;

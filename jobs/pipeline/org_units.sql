-- Units in force, for the desk. Grain: one unit; where feeds name it differently, any one name.
SELECT code, any_value(name) AS name, any_value(parent_code) AS parent_code
FROM org WHERE valid_to IS NULL GROUP BY code ORDER BY code

-- A metric as a table macro for people who write SQL.
CREATE MACRO metric_{id}(from_date := NULL, to_date := NULL, by_dim := NULL) AS TABLE {figures} ORDER BY code

-- one_things 一件事数. Rows: one joined-up service in force.
SELECT {dimensions} 1 AS x
FROM one_thing_now AS f {joins}
WHERE {filters}

-- A rollup as a table, in the order of days so that zone maps serve. Grain: one day and value of the dimensions.
CREATE TABLE {id} AS
SELECT {keys}, {sums}
FROM ({rows}) AS r
GROUP BY {keys}
ORDER BY {keys}

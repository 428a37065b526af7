-- count: number of rows.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       CAST(count(*) AS DOUBLE PRECISION) AS value, count(*) AS n
FROM ({rows}) AS r {group}

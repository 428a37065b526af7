-- distinct: number of different x; n is the number of rows.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       CAST(count(DISTINCT r.x) AS DOUBLE PRECISION) AS value, count(*) AS n
FROM ({rows}) AS r {group}

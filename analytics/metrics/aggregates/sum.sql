-- sum: sum of x, 0 where there is nothing.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       COALESCE(CAST(sum(r.x) AS DOUBLE PRECISION), 0) AS value, count(*) AS n
FROM ({rows}) AS r {group}

-- max: largest x.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       CAST(max(r.x) AS DOUBLE PRECISION) AS value, count(*) AS n
FROM ({rows}) AS r {group}

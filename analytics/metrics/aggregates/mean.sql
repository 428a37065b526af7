-- mean: arithmetic mean of x.
SELECT {keys} COALESCE(CAST(sum(r.x) AS DOUBLE PRECISION), 0) AS numerator, CAST(count(*) AS DOUBLE PRECISION) AS denominator,
       avg(CAST(r.x AS DOUBLE PRECISION)) AS value, count(*) AS n
FROM ({rows}) AS r {group}

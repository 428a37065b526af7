-- sum: sum of x, 0 where there is nothing.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       COALESCE(CAST(sum({at}x){where} AS DOUBLE PRECISION), 0) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

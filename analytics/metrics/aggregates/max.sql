-- max: largest x.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       CAST(max({at}x){where} AS DOUBLE PRECISION) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

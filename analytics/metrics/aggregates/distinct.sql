-- distinct: number of different x; n is the number of rows.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       CAST(count(DISTINCT {at}x){where} AS DOUBLE PRECISION) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

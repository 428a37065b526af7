-- mean: arithmetic mean of x.
SELECT {keys} COALESCE(CAST(sum({at}x){where} AS DOUBLE PRECISION), 0) AS numerator, CAST(count(*){where} AS DOUBLE PRECISION) AS denominator,
       avg(CAST({at}x AS DOUBLE PRECISION)){where} AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

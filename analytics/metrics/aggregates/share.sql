-- share: rows that count over all rows; NULL where there are none.
SELECT {keys} COALESCE(CAST(sum({at}part){where} AS DOUBLE PRECISION), 0) AS numerator, CAST(count(*){where} AS DOUBLE PRECISION) AS denominator,
       {scale} * CAST(sum({at}part){where} AS DOUBLE PRECISION) / NULLIF(count(*){where}, 0) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

-- ratio: sum over sum (not the mean of ratios); NULL where the lower sum is 0.
SELECT {keys} COALESCE(CAST(sum({at}part){where} AS DOUBLE PRECISION), 0) AS numerator, COALESCE(CAST(sum({at}whole){where} AS DOUBLE PRECISION), 0) AS denominator,
       {scale} * CAST(sum({at}part){where} AS DOUBLE PRECISION) / NULLIF(CAST(sum({at}whole){where} AS DOUBLE PRECISION), 0) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

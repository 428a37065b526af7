-- ratio: sum over sum (not the mean of ratios); NULL where the lower sum is 0.
SELECT {keys} COALESCE(CAST(sum(r.part) AS DOUBLE PRECISION), 0) AS numerator, COALESCE(CAST(sum(r.whole) AS DOUBLE PRECISION), 0) AS denominator,
       {scale} * CAST(sum(r.part) AS DOUBLE PRECISION) / NULLIF(CAST(sum(r.whole) AS DOUBLE PRECISION), 0) AS value, count(*) AS n
FROM ({rows}) AS r {group}

-- share: rows that count over all rows; NULL where there are none.
SELECT {keys} COALESCE(CAST(sum(r.part) AS DOUBLE PRECISION), 0) AS numerator, CAST(count(*) AS DOUBLE PRECISION) AS denominator,
       {scale} * CAST(sum(r.part) AS DOUBLE PRECISION) / NULLIF(count(*), 0) AS value, count(*) AS n
FROM ({rows}) AS r {group}

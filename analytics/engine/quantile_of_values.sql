-- An exact quantile from how often each value occurs, interpolated between neighbours (Hyndman and Fan 1996, type 7), as percentile_cont gives it from
-- the records. The record of rank k (from 0) has the smallest value up to which more than k records lie. Grain: one group of the dimensions.
SELECT {keys}CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       min(q.x) FILTER (WHERE q.upto > floor(q.rank)) + (min(q.x) FILTER (WHERE q.upto > ceil(q.rank)) - min(q.x) FILTER (WHERE q.upto > floor(q.rank)))
       * (max(q.rank) - floor(max(q.rank))) AS value, CAST(COALESCE(max(q.total), 0) AS BIGINT) AS n
FROM (
    SELECT {keyed}CAST(v.x AS DOUBLE PRECISION) AS x, v.upto, v.total, CAST({fraction} AS DOUBLE PRECISION) * CAST(v.total - 1 AS DOUBLE PRECISION) AS rank
    FROM (
        SELECT {counted}c.x, sum(c.n) OVER ({partition}ORDER BY c.x) AS upto, sum(c.n) OVER ({partition}) AS total
        FROM (SELECT {cut}r.x, sum(r.n) AS n FROM ({rows}) AS r GROUP BY {cut}r.x) AS c
    ) AS v
) AS q {group}

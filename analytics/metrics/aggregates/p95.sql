-- p95: exact quantile of x, interpolated between neighbours (Hyndman and Fan 1996, type 7; R's and NumPy's default).
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY CAST({at}x AS DOUBLE PRECISION)){where} AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

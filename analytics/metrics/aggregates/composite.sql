-- composite: weighted sum of up to three fractions, each sum over sum; NULL where one of them has nothing below.
SELECT {keys} CAST(NULL AS DOUBLE PRECISION) AS numerator, CAST(NULL AS DOUBLE PRECISION) AS denominator,
       {weight1} * CAST(sum({at}part1){where} AS DOUBLE PRECISION) / NULLIF(CAST(sum({at}whole1){where} AS DOUBLE PRECISION), 0)
       + {weight2} * CAST(sum({at}part2){where} AS DOUBLE PRECISION) / NULLIF(CAST(sum({at}whole2){where} AS DOUBLE PRECISION), 0)
       + {weight3} * CAST(sum({at}part3){where} AS DOUBLE PRECISION) / NULLIF(CAST(sum({at}whole3){where} AS DOUBLE PRECISION), 0) AS value, count(*){where} AS n
FROM ({rows}) AS r {group}

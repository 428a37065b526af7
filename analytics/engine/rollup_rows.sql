-- A metric's sums. Grain: one row of a rollup.
SELECT {dimensions} {columns}
FROM {id} AS f {joins}
WHERE {period}
  AND {filters}

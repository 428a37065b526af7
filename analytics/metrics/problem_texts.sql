-- problem_texts 问题类型数. Rows: one text and problem.
SELECT {dimensions} 1 AS x
FROM problem_clean AS f {joins}
WHERE {period}
  AND {filters}

-- flags 疑点标记数. Rows: one rule and record.
SELECT {dimensions} 1 AS x
FROM flag_clean AS f {joins}
WHERE {period}
  AND {filters}

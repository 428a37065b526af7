-- visits 取号数. Rows: one queue number.
SELECT {dimensions} 1 AS x
FROM visit_clean AS f {joins}
WHERE f.outcome <> 'VOID' AND NOT f.is_continuation
  AND {period}
  AND {filters}

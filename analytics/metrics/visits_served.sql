-- visits_served 已办理号数. Rows: one served number.
SELECT {dimensions} 1 AS x
FROM visit_clean AS f {joins}
WHERE f.outcome = 'SERVED' AND NOT f.is_continuation
  AND {period}
  AND {filters}

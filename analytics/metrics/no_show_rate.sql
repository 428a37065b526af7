-- no_show_rate 过号率. Rows: one number that was served or passed.
SELECT {dimensions} CASE WHEN f.outcome = 'NO_SHOW' THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.outcome IN ('SERVED', 'NO_SHOW') AND NOT f.is_continuation
  AND {period}
  AND {filters}

-- elderly_share 老年人取号占比. Rows: one queue number of a known group.
SELECT {dimensions} CASE WHEN f.citizen_group = 'ELDERLY' THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.citizen_group IS NOT NULL AND f.outcome <> 'VOID' AND NOT f.is_continuation
  AND {period}
  AND {filters}

-- rectified_rate 整改率. Rows: one substantiated case.
SELECT {dimensions} CASE WHEN f.accepted_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.finding IN ('SUBSTANTIATED', 'PARTLY_SUBSTANTIATED') AND NOT f.is_set_aside
  AND {period}
  AND {filters}

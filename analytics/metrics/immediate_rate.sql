-- immediate_rate 即办件率（按办件）. Rows: one ticket of known type.
SELECT {dimensions} CASE WHEN COALESCE(f.case_type, item.case_type) = 'IMMEDIATE' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.applied_at IS NOT NULL AND COALESCE(f.case_type, item.case_type) IS NOT NULL
  AND {period}
  AND {filters}

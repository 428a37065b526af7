-- appointment_share 预约占比. Rows: one queue number with a known way.
SELECT {dimensions} CASE WHEN f.way = 'APPOINTMENT' THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.way IS NOT NULL AND f.outcome <> 'VOID' AND NOT f.is_continuation
  AND {period}
  AND {filters}

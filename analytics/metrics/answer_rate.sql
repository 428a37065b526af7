-- answer_rate 接通率. Rows: one call that was answered or given up.
SELECT {dimensions} CASE WHEN f.outcome = 'SERVED' THEN 1 ELSE 0 END AS part
FROM visit_clean AS f {joins}
WHERE f.way = 'PHONE' AND f.outcome IN ('SERVED', 'NO_SHOW') AND NOT f.is_continuation
  AND {period}
  AND {filters}

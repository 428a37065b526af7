-- late_count 逾期办结数. Rows: one ticket closed late.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE f.closed_at IS NOT NULL AND f.due_adjusted_at IS NOT NULL AND f.closed_at > f.due_adjusted_at
  AND {period}
  AND {filters}

-- hotline_satisfied_rate 12345 满意率. Rows: one active review of a hotline order.
SELECT {dimensions} CASE WHEN f.is_good THEN 1 ELSE 0 END AS part
FROM review_clean AS f {joins}
WHERE f.is_active AND ticket.kind = 'HOTLINE'
  AND {period}
  AND {filters}

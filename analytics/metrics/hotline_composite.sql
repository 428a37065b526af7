-- hotline_composite 热线综合得分（30/35/35）. Rows: one hotline order.
SELECT {dimensions} f.is_contacted AS part1, 1 AS whole1, f.solved AS part2, CASE WHEN f.solved IS NULL THEN 0 ELSE 1 END AS whole2, f.satisfied AS part3, CASE WHEN f.satisfied IS NULL THEN 0 ELSE 1 END AS whole3
FROM order_outcome AS f {joins}
WHERE {period}
  AND {filters}

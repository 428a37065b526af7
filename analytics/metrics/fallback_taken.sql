-- fallback_taken 兜底受理数. Rows: one entry of the register.
SELECT {dimensions} 1 AS x
FROM fallback_entry AS f {joins}
WHERE f.taken_at IS NOT NULL
  AND {period}
  AND {filters}

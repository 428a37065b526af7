-- fallback_open 兜底未了数. Rows: one open entry of the register.
SELECT {dimensions} 1 AS x
FROM fallback_entry AS f {joins}
WHERE f.outcome IS NULL
  AND {period}
  AND {filters}

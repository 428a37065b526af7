-- fallback_solved_rate 兜底解决率. Rows: one entry of the register.
SELECT {dimensions} CASE WHEN f.outcome = 'SOLVED' THEN 1 ELSE 0 END AS part
FROM fallback_entry AS f {joins}
WHERE f.taken_at IS NOT NULL
  AND {period}
  AND {filters}

-- fallback_days_mean 兜底平均用时. Rows: one ended entry of the register.
SELECT {dimensions} f.working_days AS x
FROM fallback_entry AS f {joins}
WHERE f.working_days IS NOT NULL
  AND {period}
  AND {filters}

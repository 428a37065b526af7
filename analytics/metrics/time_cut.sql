-- time_cut 办理时限压减率. Rows: one joined-up service with both numbers.
SELECT {dimensions} f.time_before_s - f.time_after_s AS part, f.time_before_s AS whole
FROM one_thing_now AS f {joins}
WHERE f.time_before_s IS NOT NULL AND f.time_after_s IS NOT NULL
  AND {filters}

-- steps_cut 办理环节压减率. Rows: one joined-up service with both numbers.
SELECT {dimensions} f.steps_before - f.steps_after AS part, f.steps_before AS whole
FROM one_thing_now AS f {joins}
WHERE f.steps_before IS NOT NULL AND f.steps_after IS NOT NULL
  AND {filters}

-- visits_cut 跑动次数压减率. Rows: one joined-up service with both numbers.
SELECT {dimensions} f.visits_before - f.visits_after AS part, f.visits_before AS whole
FROM one_thing_now AS f {joins}
WHERE f.visits_before IS NOT NULL AND f.visits_after IS NOT NULL
  AND {filters}

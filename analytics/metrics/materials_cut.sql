-- materials_cut 提交材料压减率. Rows: one joined-up service with both numbers.
SELECT {dimensions} f.materials_before - f.materials_after AS part, f.materials_before AS whole
FROM one_thing_now AS f {joins}
WHERE f.materials_before IS NOT NULL AND f.materials_after IS NOT NULL
  AND {filters}

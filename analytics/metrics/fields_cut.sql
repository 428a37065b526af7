-- fields_cut 填写字段压减率. Rows: one joined-up service with both numbers.
SELECT {dimensions} f.fields_before - f.fields_after AS part, f.fields_before AS whole
FROM one_thing_now AS f {joins}
WHERE f.fields_before IS NOT NULL AND f.fields_after IS NOT NULL
  AND {filters}

-- exempt_material_rate 材料免交率. Rows: one item in force.
SELECT {dimensions} f.exempt_materials AS part, f.materials + f.exempt_materials AS whole
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.exempt_materials IS NOT NULL AND f.materials IS NOT NULL
  AND {filters}

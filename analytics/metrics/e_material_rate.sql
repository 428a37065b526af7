-- e_material_rate 材料电子化率. Rows: one item in force.
SELECT {dimensions} f.e_materials AS part, f.materials AS whole
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.e_materials IS NOT NULL AND f.materials IS NOT NULL
  AND {filters}

-- item_coverage 事项覆盖度. Rows: one item in force.
SELECT {dimensions} CASE WHEN seen.code IS NULL THEN 0 ELSE 1 END AS part
FROM item_now AS f {joins}
LEFT JOIN (SELECT DISTINCT r.item_code AS code FROM review_clean AS r WHERE r.is_active AND {period:r.reviewed_at}) AS seen ON seen.code = f.code
WHERE f.is_in_force
  AND {filters}

-- org_coverage 部门覆盖度. Rows: one department in force.
SELECT {dimensions} CASE WHEN seen.code IS NULL THEN 0 ELSE 1 END AS part
FROM org_now AS f {joins}
LEFT JOIN (SELECT DISTINCT r.org_code AS code FROM review_clean AS r WHERE r.is_active AND {period:r.reviewed_at}) AS seen ON seen.code = f.code
WHERE f.is_in_force
  AND {filters}

-- one_thing_joint_share 多部门联办占比. Rows: one joined-up service in force.
SELECT {dimensions} CASE WHEN f.is_joint THEN 1 ELSE 0 END AS part
FROM one_thing_now AS f {joins}
WHERE f.is_joint IS NOT NULL
  AND {filters}

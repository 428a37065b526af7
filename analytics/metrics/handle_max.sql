-- handle_max 最长办理时长. Rows: one served queue number.
SELECT {dimensions} f.served_handle_s AS x
FROM visit_clean AS f {joins}
WHERE f.served_handle_s IS NOT NULL
  AND {period}
  AND {filters}

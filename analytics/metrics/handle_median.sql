-- handle_median 办理时长中位数. Rows: one handling of a served number at a window.
SELECT {dimensions} f.served_handle_s AS x
FROM visit_clean AS f {joins}
WHERE f.served_handle_s IS NOT NULL
  AND {period}
  AND {filters}

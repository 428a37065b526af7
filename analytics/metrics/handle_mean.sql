-- handle_mean 平均办理时长. Rows: one handling of a served number at a window.
SELECT {dimensions} f.served_handle_s AS x
FROM visit_clean AS f {joins}
WHERE f.served_handle_s IS NOT NULL
  AND {period}
  AND {filters}

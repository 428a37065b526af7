-- call_talk_max 最长通话时长. Rows: one answered call.
SELECT {dimensions} f.served_handle_s AS x
FROM visit_clean AS f {joins}
WHERE f.way = 'PHONE' AND f.served_handle_s IS NOT NULL
  AND {period}
  AND {filters}

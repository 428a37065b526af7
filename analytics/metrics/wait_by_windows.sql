-- wait_by_windows 平均等候（按开放窗口数）. Rows: one hall, day and clock hour.
SELECT {dimensions} f.wait_s AS part, f.served AS whole
FROM hall_hour AS f {joins}
WHERE {period}
  AND {filters}

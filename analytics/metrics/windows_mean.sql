-- windows_mean 平均同时开放窗口数. Rows: one hall, day and clock hour.
SELECT {dimensions} f.windows AS x
FROM hall_hour AS f {joins}
WHERE {period}
  AND {filters}

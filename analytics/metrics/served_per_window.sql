-- served_per_window 每窗口每小时办号数. Rows: one hall, day and clock hour.
SELECT {dimensions} f.served AS part, f.windows AS whole
FROM hall_hour AS f {joins}
WHERE {period}
  AND {filters}

-- quarantine_rate 数据拒收率. Rows: one load.
SELECT {dimensions} f.quarantined AS part, f.rows_in AS whole
FROM batch_clean AS f {joins}
WHERE {period}
  AND {filters}

-- promise_compression 承诺时限压缩比. Rows: one item in force with both limits.
SELECT {dimensions} f.statutory_days - f.promise_days AS part, f.statutory_days AS whole
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.statutory_days > 0 AND f.promise_days IS NOT NULL
  AND {filters}

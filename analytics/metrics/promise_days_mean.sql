-- promise_days_mean 平均承诺办理时限. Rows: one item in force.
SELECT {dimensions} f.promise_days AS x
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.promise_days IS NOT NULL
  AND {filters}

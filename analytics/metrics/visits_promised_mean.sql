-- visits_promised_mean 平均承诺跑动次数. Rows: one item in force.
SELECT {dimensions} f.visits_limit AS x
FROM item_now AS f {joins}
WHERE f.is_in_force AND f.visits_limit IS NOT NULL
  AND {filters}

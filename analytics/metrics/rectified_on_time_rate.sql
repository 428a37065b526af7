-- rectified_on_time_rate 差评按期整改率. Rows: one case and round due in the period.
SELECT {dimensions} CASE WHEN f.is_on_time THEN 1 ELSE 0 END AS part
FROM case_due AS f {joins}
WHERE {period}
  AND {filters}

-- reply_rate 差评回复率. Rows: one case and round due in the period.
SELECT {dimensions} CASE WHEN f.is_replied THEN 1 ELSE 0 END AS part
FROM case_due AS f {joins}
WHERE {period}
  AND {filters}

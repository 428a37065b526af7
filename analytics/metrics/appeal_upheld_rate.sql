-- appeal_upheld_rate 申诉通过率. Rows: one decided appeal.
SELECT {dimensions} CASE WHEN f.appeal_upheld THEN 1 ELSE 0 END AS part
FROM case_clean AS f {joins}
WHERE f.appeal_decided_at IS NOT NULL
  AND {period}
  AND {filters}

-- suggestion_adoption_rate 建议采纳率. Rows: one suggestion, its newest decision.
SELECT {dimensions} CASE WHEN f.is_adopted THEN 1 ELSE 0 END AS part
FROM suggestion_decided AS f {joins}
WHERE f.decided_at IS NOT NULL
  AND {period}
  AND {filters}

-- suggestions_decided 已决定的建议数. Rows: one suggestion, its newest decision.
SELECT {dimensions} 1 AS x
FROM suggestion_decided AS f {joins}
WHERE f.decided_at IS NOT NULL
  AND {period}
  AND {filters}

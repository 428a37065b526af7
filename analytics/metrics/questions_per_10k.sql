-- questions_per_10k 每万件咨询量. Rows: one matter or hotline question.
SELECT {dimensions} CASE WHEN f.kind = 'HOTLINE' THEN 1 ELSE 0 END AS part, CASE WHEN f.kind = 'MATTER' THEN 1 ELSE 0 END AS whole
FROM ticket_clean AS f {joins}
WHERE f.applied_at IS NOT NULL AND (f.kind = 'MATTER' OR f.request_type = 'CONSULT')
  AND {period}
  AND {filters}

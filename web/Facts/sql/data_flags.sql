-- Grain: integrity rule × subject: records flagged, with the evidence of one of them. A flag excludes nothing by itself.
SELECT rule, subject, count(*) AS n, count(*) FILTER (score >= 1) AS certain, arg_max(evidence, score) AS example, max(found_at) AS last_found
FROM integrity_flag
GROUP BY rule, subject
ORDER BY rule, subject;

-- flag_clean: findings of the integrity rules. Grain: one rule and record. happened_at: of the rating or queue number, else of the finding.
SELECT g.rule, g.subject, g.source, g.subject_no, g.score, g.evidence, g.found_at,
       COALESCE(r.reviewed_at, g.found_at) AS happened_at, r.org_code, r.area_code, r.hall_code, r.counter_key, r.level, r.channel
FROM integrity_flag AS g
-- Equality of two sides in both conditions: a condition on one side alone makes DuckDB compare every pair.
LEFT JOIN review_clean AS r ON r.source = CASE WHEN g.subject = 'review' THEN g.source END AND r.review_no = g.subject_no

-- flag_clean: findings of the integrity rules. Grain: one rule and record. happened_at: of the rating or queue number, else of the finding.
SELECT g.rule, g.subject, g.source, g.subject_no, g.score, g.evidence, g.found_at,
       COALESCE(r.reviewed_at, g.found_at) AS happened_at, r.org_code, r.area_code, r.hall_code, r.counter_key, r.level, r.channel
FROM integrity_flag AS g
LEFT JOIN review_clean AS r ON g.subject = 'review' AND r.source = g.source AND r.review_no = g.subject_no

-- problem_clean: what went wrong (P01–P13), per text. Grain: one subject and label; what a person decided replaces what the model
-- or the ticked indicator said of that subject.
SELECT DISTINCT l.subject, l.source, l.subject_no, l.label AS problem,
       COALESCE(r.reviewed_at, t.applied_at) AS happened_at,
       r.level, COALESCE(r.org_code, t.org_code) AS org_code, COALESCE(r.area_code, t.area_code) AS area_code,
       COALESCE(r.hall_code, t.hall_code) AS hall_code, COALESCE(r.item_code, t.item_code) AS item_code, t.category
FROM text_label AS l
LEFT JOIN review_clean AS r ON r.source = CASE WHEN l.subject = 'review' THEN l.source END AND r.review_no = l.subject_no
LEFT JOIN ticket_clean AS t ON t.source = CASE WHEN l.subject = 'ticket' THEN l.source END AND t.ticket_no = l.subject_no
LEFT JOIN (SELECT DISTINCT p.subject, p.source, p.subject_no FROM text_label AS p WHERE p.axis = 'PROBLEM' AND p.evidence = 'PERSON') AS decided
       ON decided.subject = l.subject AND decided.source = l.source AND decided.subject_no = l.subject_no
WHERE l.axis = 'PROBLEM' AND (l.evidence = 'PERSON' OR decided.subject_no IS NULL)

-- Adds a rule's new findings; one flag a rule and record, however often the rule runs. The rule's own query stands in the middle.
INSERT INTO integrity_flag (rule, subject, source, subject_no, score, evidence, found_at)
SELECT $rule, f.subject, f.source, f.subject_no, f.score, f.evidence, CAST($found_at AS TIMESTAMP)
FROM ({rule}) AS f
WHERE NOT EXISTS (
    SELECT 1 FROM integrity_flag AS g
    WHERE g.rule = $rule AND g.subject = f.subject AND g.source = f.source AND g.subject_no = f.subject_no)
QUALIFY row_number() OVER (PARTITION BY f.subject, f.source, f.subject_no ORDER BY f.score DESC, f.evidence) = 1

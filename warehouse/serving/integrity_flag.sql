-- 真实性线索. Grain: one rule's finding on one record; for a person to look at, excludes nothing.
CREATE TABLE serving.integrity_flag AS
SELECT
    rule, subject, source, subject_no, score, evidence, found_at
FROM integrity_flag;

COMMENT ON TABLE serving.integrity_flag IS '真实性线索 / one row: one rule''s finding on one record; for a person to look at, excludes nothing';
COMMENT ON COLUMN serving.integrity_flag.rule IS '规则 R01–R20 / rule';
COMMENT ON COLUMN serving.integrity_flag.subject IS '对象 / what it speaks of';
COMMENT ON COLUMN serving.integrity_flag.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.integrity_flag.subject_no IS '对象编号 / its number';
COMMENT ON COLUMN serving.integrity_flag.score IS '分值 0–1 / score';
COMMENT ON COLUMN serving.integrity_flag.evidence IS '依据 / what was seen';
COMMENT ON COLUMN serving.integrity_flag.found_at IS '发现时间，UTC / found';

-- 文本标签. Grain: text, axis, label and evidence.
-- Left out: decided_by (who decided).
CREATE TABLE serving.text_label AS
SELECT
    subject, source, subject_no, axis, label, evidence, probability, model, labelled_at
FROM text_label;

COMMENT ON TABLE serving.text_label IS '文本标签 / one row: text, axis, label and evidence';
COMMENT ON COLUMN serving.text_label.subject IS '对象 / review or ticket';
COMMENT ON COLUMN serving.text_label.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.text_label.subject_no IS '对象编号 / its number';
COMMENT ON COLUMN serving.text_label.axis IS 'PROBLEM 服务问题、MATTER 事项 / axis';
COMMENT ON COLUMN serving.text_label.label IS '标签 / label';
COMMENT ON COLUMN serving.text_label.evidence IS 'TAG 勾选、TEXT 模型、PERSON 人工 / evidence';
COMMENT ON COLUMN serving.text_label.probability IS '概率 / probability';
COMMENT ON COLUMN serving.text_label.model IS '模型 / model';
COMMENT ON COLUMN serving.text_label.labelled_at IS '标注时间，UTC / labelled';

-- 评价内容代码（evalDetail）. Grain: one code of one list and version.
CREATE TABLE serving.tag AS
SELECT
    dict, version, code, level, label, is_base, is_active, problems
FROM tag;

COMMENT ON TABLE serving.tag IS '评价内容代码（evalDetail） / one row: one code of one list and version';
COMMENT ON COLUMN serving.tag.dict IS '代码表 / code list';
COMMENT ON COLUMN serving.tag.version IS '版本 / version';
COMMENT ON COLUMN serving.tag.code IS '编码 / code';
COMMENT ON COLUMN serving.tag.level IS '所属星级 1–5 / level';
COMMENT ON COLUMN serving.tag.label IS '文字 / text';
COMMENT ON COLUMN serving.tag.is_base IS '基础指标 / base indicator';
COMMENT ON COLUMN serving.tag.is_active IS '现行 / in use';
COMMENT ON COLUMN serving.tag.problems IS '指向的服务问题 P01–P13 / problems it is evidence of';

-- 行政区划. Grain: one area code and valid_from.
CREATE TABLE serving.area AS
SELECT
    code, name, level, parent_code, valid_from, valid_to, batch_id, line_no
FROM area;

COMMENT ON TABLE serving.area IS '行政区划 / one row: one area code and valid_from';
COMMENT ON COLUMN serving.area.code IS '编码 / code';
COMMENT ON COLUMN serving.area.name IS '名称 / name';
COMMENT ON COLUMN serving.area.level IS '层级 PROVINCE … VILLAGE / level';
COMMENT ON COLUMN serving.area.parent_code IS '上级编码 / parent';
COMMENT ON COLUMN serving.area.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.area.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.area.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.area.line_no IS '原文件行号 / line in the file';

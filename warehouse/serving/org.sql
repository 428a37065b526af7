-- 部门. Grain: one department code and valid_from.
CREATE TABLE serving.org AS
SELECT
    code, name, area_code, parent_code, valid_from, valid_to, kind, batch_id, line_no
FROM org;

COMMENT ON TABLE serving.org IS '部门 / one row: one department code and valid_from';
COMMENT ON COLUMN serving.org.code IS '编码 / code';
COMMENT ON COLUMN serving.org.name IS '名称 / name';
COMMENT ON COLUMN serving.org.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.org.parent_code IS '上级编码 / parent';
COMMENT ON COLUMN serving.org.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.org.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.org.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.org.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.org.kind IS '部门类别，各地同词 / kind of department, the same word everywhere';

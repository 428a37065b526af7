-- 政务服务大厅. Grain: one hall code and valid_from.
CREATE TABLE serving.hall AS
SELECT
    code, name, area_code, org_code, valid_from, valid_to, kind, batch_id, line_no
FROM hall;

COMMENT ON TABLE serving.hall IS '政务服务大厅 / one row: one hall code and valid_from';
COMMENT ON COLUMN serving.hall.code IS '编码 / code';
COMMENT ON COLUMN serving.hall.name IS '名称 / name';
COMMENT ON COLUMN serving.hall.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.hall.org_code IS '主管部门 / who runs it';
COMMENT ON COLUMN serving.hall.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.hall.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.hall.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.hall.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.hall.kind IS '大厅类别 / kind of hall';

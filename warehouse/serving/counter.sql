-- 窗口. Grain: one counter code of a hall and valid_from.
CREATE TABLE serving.counter AS
SELECT
    hall_code, code, name, org_code, valid_from, valid_to, batch_id, line_no
FROM counter;

COMMENT ON TABLE serving.counter IS '窗口 / one row: one counter code of a hall and valid_from';
COMMENT ON COLUMN serving.counter.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.counter.code IS '编码 / code';
COMMENT ON COLUMN serving.counter.name IS '名称 / name';
COMMENT ON COLUMN serving.counter.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.counter.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.counter.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.counter.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.counter.line_no IS '原文件行号 / line in the file';

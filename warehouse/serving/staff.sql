-- 工作人员（仅编号）. Grain: one staff number and valid_from; no names.
CREATE TABLE serving.staff AS
SELECT
    code, org_code, hall_code, valid_from, valid_to, batch_id, line_no
FROM staff;

COMMENT ON TABLE serving.staff IS '工作人员（仅编号） / one row: one staff number and valid_from; no names';
COMMENT ON COLUMN serving.staff.code IS '工作人员编号 / staff number';
COMMENT ON COLUMN serving.staff.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.staff.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.staff.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.staff.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.staff.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.staff.line_no IS '原文件行号 / line in the file';

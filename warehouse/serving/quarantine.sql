-- 隔离的行. Grain: one refused row.
-- Left out: raw_masked (the whole row, for mending).
CREATE TABLE serving.quarantine AS
SELECT
    batch_id, line_no, column_name, value_masked, reason, detail
FROM quarantine;

COMMENT ON TABLE serving.quarantine IS '隔离的行 / one row: one refused row';
COMMENT ON COLUMN serving.quarantine.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.quarantine.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.quarantine.column_name IS '字段 / column';
COMMENT ON COLUMN serving.quarantine.value_masked IS '值（已脱敏）/ value, masked';
COMMENT ON COLUMN serving.quarantine.reason IS '原因代码 / reason';
COMMENT ON COLUMN serving.quarantine.detail IS '说明 / what is wrong';

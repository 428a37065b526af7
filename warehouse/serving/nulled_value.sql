-- 置空的值. Grain: batch, column and rule: values emptied while the row was kept.
CREATE TABLE serving.nulled_value AS
SELECT
    batch_id, column_name, reason, n, example_line, example_masked
FROM nulled_value;

COMMENT ON TABLE serving.nulled_value IS '置空的值 / one row: batch, column and rule: values emptied while the row was kept';
COMMENT ON COLUMN serving.nulled_value.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.nulled_value.column_name IS '字段 / column';
COMMENT ON COLUMN serving.nulled_value.reason IS '规则 / rule';
COMMENT ON COLUMN serving.nulled_value.n IS '次数 / how many';
COMMENT ON COLUMN serving.nulled_value.example_line IS '例：行号 / example''s line';
COMMENT ON COLUMN serving.nulled_value.example_masked IS '例（已脱敏）/ example, masked';

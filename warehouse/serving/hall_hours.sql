-- 大厅开放时段. Grain: one open period of a hall on one ISO weekday; lunch is the gap between two.
CREATE TABLE serving.hall_hours AS
SELECT
    hall_code, weekday, opens, closes, valid_from, valid_to, batch_id, line_no
FROM hall_hours;

COMMENT ON TABLE serving.hall_hours IS '大厅开放时段 / one row: one open period of a hall on one ISO weekday; lunch is the gap between two';
COMMENT ON COLUMN serving.hall_hours.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.hall_hours.weekday IS '星期 1–7，1 为周一 / ISO weekday';
COMMENT ON COLUMN serving.hall_hours.opens IS '开门 / opens';
COMMENT ON COLUMN serving.hall_hours.closes IS '关门 / closes';
COMMENT ON COLUMN serving.hall_hours.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.hall_hours.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.hall_hours.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.hall_hours.line_no IS '原文件行号 / line in the file';

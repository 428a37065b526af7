-- 取号与叫号. Grain: one queue number taken, or one call to a call centre.
-- Left out: person_hash.
CREATE TABLE serving.visit AS
SELECT
    source, hall_code, visit_date, number, seq, queue_name, way, org_code, item_code, counter_code,
    staff_code, outcome, taken_at, appointment_at, called_at, started_at, finished_at, wait_s, closed_s,
    handle_s, is_forwarded, citizen_group, batch_id, line_no
FROM visit;

COMMENT ON TABLE serving.visit IS '取号与叫号 / one row: one queue number taken, or one call to a call centre';
COMMENT ON COLUMN serving.visit.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.visit.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.visit.visit_date IS '日期 / day';
COMMENT ON COLUMN serving.visit.number IS '号码 / number';
COMMENT ON COLUMN serving.visit.seq IS '转号序号 / running number of forwarded numbers';
COMMENT ON COLUMN serving.visit.queue_name IS '队列 / queue';
COMMENT ON COLUMN serving.visit.way IS '取号方式 / how it was taken';
COMMENT ON COLUMN serving.visit.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.visit.item_code IS '事项编码 / service item';
COMMENT ON COLUMN serving.visit.counter_code IS '窗口编码 / counter';
COMMENT ON COLUMN serving.visit.staff_code IS '工作人员编号 / staff number';
COMMENT ON COLUMN serving.visit.outcome IS 'SERVED 办理、NO_SHOW 弃号、WRONG_ITEM、WAITING、VOID / outcome';
COMMENT ON COLUMN serving.visit.taken_at IS '取号，当地时钟 / taken, local';
COMMENT ON COLUMN serving.visit.appointment_at IS '预约时间，当地时钟 / appointment, local';
COMMENT ON COLUMN serving.visit.called_at IS '叫号，当地时钟 / called, local';
COMMENT ON COLUMN serving.visit.started_at IS '开始办理，当地时钟 / began, local';
COMMENT ON COLUMN serving.visit.finished_at IS '办完，当地时钟 / finished, local';
COMMENT ON COLUMN serving.visit.wait_s IS '等候秒数 / seconds waited; NULL unknown';
COMMENT ON COLUMN serving.visit.closed_s IS '等候中大厅关门的秒数 / seconds of the wait with the hall closed';
COMMENT ON COLUMN serving.visit.handle_s IS '办理秒数 / seconds handled';
COMMENT ON COLUMN serving.visit.is_forwarded IS '转号 / forwarded';
COMMENT ON COLUMN serving.visit.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.visit.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.visit.citizen_group IS '人群类别 / group of people';

-- 办件与 12345 工单. Grain: one matter handled or hotline order, its latest version.
-- Left out: person_hash.
CREATE TABLE serving.ticket AS
SELECT
    source, ticket_no, version, kind, status, item_code, org_code, area_code, hall_code, counter_code,
    staff_code, category, request_type, case_type, apply_channel, applicant_type, applied_at, accepted_at,
    due_at, closed_at, replied_at, suspended_s, result, title_masked, text_masked, reply_masked,
    is_assisted, citizen_group, dispatched_at, signed_at, contacted_at, returns, batch_id, line_no
FROM ticket;

COMMENT ON TABLE serving.ticket IS '办件与 12345 工单 / one row: one matter handled or hotline order, its latest version';
COMMENT ON COLUMN serving.ticket.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.ticket.ticket_no IS '办件或工单编号 / ticket number';
COMMENT ON COLUMN serving.ticket.version IS '版本 / version';
COMMENT ON COLUMN serving.ticket.kind IS 'MATTER 办件、HOTLINE 工单 / kind';
COMMENT ON COLUMN serving.ticket.status IS '状态 / status';
COMMENT ON COLUMN serving.ticket.item_code IS '事项编码 / service item';
COMMENT ON COLUMN serving.ticket.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.ticket.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.ticket.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.ticket.counter_code IS '窗口编码 / counter';
COMMENT ON COLUMN serving.ticket.staff_code IS '工作人员编号 / staff number';
COMMENT ON COLUMN serving.ticket.category IS '来源标注的类别 / category as the feed labels it';
COMMENT ON COLUMN serving.ticket.request_type IS '诉求类型 / request type';
COMMENT ON COLUMN serving.ticket.case_type IS '即办或承诺 / kind of case';
COMMENT ON COLUMN serving.ticket.apply_channel IS '申请渠道 / channel';
COMMENT ON COLUMN serving.ticket.applicant_type IS '申请人类型 / kind of applicant';
COMMENT ON COLUMN serving.ticket.applied_at IS '申请时间，当地时钟 / applied, local';
COMMENT ON COLUMN serving.ticket.accepted_at IS '受理时间，当地时钟 / accepted, local';
COMMENT ON COLUMN serving.ticket.due_at IS '承诺办结时间，当地时钟 / due, local';
COMMENT ON COLUMN serving.ticket.closed_at IS '办结时间，当地时钟 / closed, local';
COMMENT ON COLUMN serving.ticket.replied_at IS '答复时间，当地时钟 / replied, local';
COMMENT ON COLUMN serving.ticket.suspended_s IS '特别程序停表总秒数 / seconds the clock stood still';
COMMENT ON COLUMN serving.ticket.result IS '办理结果 / result';
COMMENT ON COLUMN serving.ticket.title_masked IS '标题（已脱敏）/ title, masked';
COMMENT ON COLUMN serving.ticket.text_masked IS '内容（已脱敏）/ text, masked';
COMMENT ON COLUMN serving.ticket.reply_masked IS '答复（已脱敏）/ reply, masked';
COMMENT ON COLUMN serving.ticket.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.ticket.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.ticket.is_assisted IS '帮办代办 / staff applied for the citizen';
COMMENT ON COLUMN serving.ticket.citizen_group IS '人群类别 / group of people';
COMMENT ON COLUMN serving.ticket.dispatched_at IS '派单时间（热线） / dispatched (hotline)';
COMMENT ON COLUMN serving.ticket.signed_at IS '签收时间（热线） / signed for (hotline)';
COMMENT ON COLUMN serving.ticket.contacted_at IS '首次联系时间（热线） / first contact (hotline)';
COMMENT ON COLUMN serving.ticket.returns IS '退单次数（热线） / times returned (hotline)';

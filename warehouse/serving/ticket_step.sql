-- 办理环节. Grain: one step of a ticket.
CREATE TABLE serving.ticket_step AS
SELECT
    source, ticket_no, seq, name, actor_code, org_code, started_at, ended_at, action, batch_id, line_no
FROM ticket_step;

COMMENT ON TABLE serving.ticket_step IS '办理环节 / one row: one step of a ticket';
COMMENT ON COLUMN serving.ticket_step.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.ticket_step.ticket_no IS '办件或工单编号 / ticket number';
COMMENT ON COLUMN serving.ticket_step.seq IS '序号 / running number';
COMMENT ON COLUMN serving.ticket_step.name IS '环节名称 / step';
COMMENT ON COLUMN serving.ticket_step.actor_code IS '经办编号 / actor number';
COMMENT ON COLUMN serving.ticket_step.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.ticket_step.started_at IS '开始，当地时钟 / began, local';
COMMENT ON COLUMN serving.ticket_step.ended_at IS '结束，当地时钟 / ended, local';
COMMENT ON COLUMN serving.ticket_step.action IS '动作 / action';
COMMENT ON COLUMN serving.ticket_step.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.ticket_step.line_no IS '原文件行号 / line in the file';

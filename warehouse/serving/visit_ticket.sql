-- 号码与办件. Grain: one number and one ticket handled under it.
CREATE TABLE serving.visit_ticket AS
SELECT
    source, hall_code, visit_date, number, seq, ticket_source, ticket_no, batch_id, line_no
FROM visit_ticket;

COMMENT ON TABLE serving.visit_ticket IS '号码与办件 / one row: one number and one ticket handled under it';
COMMENT ON COLUMN serving.visit_ticket.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.visit_ticket.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.visit_ticket.visit_date IS '日期 / day';
COMMENT ON COLUMN serving.visit_ticket.number IS '号码 / number';
COMMENT ON COLUMN serving.visit_ticket.seq IS '转号序号 / running number';
COMMENT ON COLUMN serving.visit_ticket.ticket_source IS '办件的来源系统 / source system of the ticket';
COMMENT ON COLUMN serving.visit_ticket.ticket_no IS '办件或工单编号 / ticket number';
COMMENT ON COLUMN serving.visit_ticket.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.visit_ticket.line_no IS '原文件行号 / line in the file';

-- 停表（特别程序）. Grain: one stop of a ticket's clock.
CREATE TABLE serving.ticket_suspension AS
SELECT
    source, ticket_no, seq, kind, reason, started_at, ended_at, batch_id, line_no
FROM ticket_suspension;

COMMENT ON TABLE serving.ticket_suspension IS '停表（特别程序） / one row: one stop of a ticket''s clock';
COMMENT ON COLUMN serving.ticket_suspension.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.ticket_suspension.ticket_no IS '办件或工单编号 / ticket number';
COMMENT ON COLUMN serving.ticket_suspension.seq IS '序号 / running number';
COMMENT ON COLUMN serving.ticket_suspension.kind IS '种类 / kind';
COMMENT ON COLUMN serving.ticket_suspension.reason IS '原因 / reason';
COMMENT ON COLUMN serving.ticket_suspension.started_at IS '停表，当地时钟 / stopped, local';
COMMENT ON COLUMN serving.ticket_suspension.ended_at IS '恢复，当地时钟 / went on, local';
COMMENT ON COLUMN serving.ticket_suspension.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.ticket_suspension.line_no IS '原文件行号 / line in the file';

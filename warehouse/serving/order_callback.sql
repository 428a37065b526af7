-- 热线回访. Grain: one callback to the author of a hotline order.
CREATE TABLE serving.order_callback AS
SELECT
    source, ticket_no, seq, called_at, is_valid, is_solved, satisfaction, batch_id, line_no
FROM order_callback;

COMMENT ON TABLE serving.order_callback IS '热线回访 / one row: one callback to the author of a hotline order';
COMMENT ON COLUMN serving.order_callback.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.order_callback.ticket_no IS '工单编号 / order number';
COMMENT ON COLUMN serving.order_callback.seq IS '第几次 / which callback';
COMMENT ON COLUMN serving.order_callback.called_at IS '回访时间 / called at';
COMMENT ON COLUMN serving.order_callback.is_valid IS '有效回访 / reached and answered';
COMMENT ON COLUMN serving.order_callback.is_solved IS '是否解决 / solved; NULL not asked';
COMMENT ON COLUMN serving.order_callback.satisfaction IS '满意度；UNDERSTOOD 理解 / satisfaction';
COMMENT ON COLUMN serving.order_callback.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.order_callback.line_no IS '原文件行号 / line in the file';

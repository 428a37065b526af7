-- 可识别诉求人的投诉举报. Grain: one complaint whose author is known (by a hash that is not published).
CREATE TABLE serving.repeat_order AS
SELECT
    source, ticket_no, is_repeat
FROM repeat_order;

COMMENT ON TABLE serving.repeat_order IS '可识别诉求人的投诉举报 / one row: one complaint whose author is known (by a hash that is not published)';
COMMENT ON COLUMN serving.repeat_order.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.repeat_order.ticket_no IS '工单编号 / order number';
COMMENT ON COLUMN serving.repeat_order.is_repeat IS '30 日内同一人同类再次投诉 / same author and category within 30 days';

-- 好差评. Grain: one rating, append-only.
-- Left out: person_hash, phone_hash and name_hash.
CREATE TABLE serving.review AS
SELECT
    source, review_no, review_seq, ticket_source, ticket_no, item_code, org_code, area_code, hall_code,
    counter_code, staff_code, device_code, object_type, stage, channel, level, is_default, is_named,
    reviewed_at, accepted_at, served_at, text_masked, batch_id, line_no
FROM review;

COMMENT ON TABLE serving.review IS '好差评 / one row: one rating, append-only';
COMMENT ON COLUMN serving.review.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.review.review_no IS '评价编号 / review number';
COMMENT ON COLUMN serving.review.review_seq IS '第几次评价，追评为 2 / 1 first, 2 follow-up';
COMMENT ON COLUMN serving.review.ticket_source IS '办件的来源系统 / source system of the ticket';
COMMENT ON COLUMN serving.review.ticket_no IS '办件或工单编号 / ticket number';
COMMENT ON COLUMN serving.review.item_code IS '事项编码 / service item';
COMMENT ON COLUMN serving.review.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.review.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.review.hall_code IS '大厅编码 / hall';
COMMENT ON COLUMN serving.review.counter_code IS '窗口编码 / counter';
COMMENT ON COLUMN serving.review.staff_code IS '工作人员编号 / staff number';
COMMENT ON COLUMN serving.review.device_code IS '评价器编号 / device';
COMMENT ON COLUMN serving.review.object_type IS '评价对象 / what is rated';
COMMENT ON COLUMN serving.review.stage IS '环节 / stage';
COMMENT ON COLUMN serving.review.channel IS '评价渠道 / channel';
COMMENT ON COLUMN serving.review.level IS '星级 1–5，5 最好 / level, 5 best';
COMMENT ON COLUMN serving.review.is_default IS '系统默认评价 / made by a system';
COMMENT ON COLUMN serving.review.is_named IS '实名 / reviewer can be reached';
COMMENT ON COLUMN serving.review.reviewed_at IS '评价时间，当地时钟 / rated, local';
COMMENT ON COLUMN serving.review.accepted_at IS '受理时间，当地时钟 / accepted, local';
COMMENT ON COLUMN serving.review.served_at IS '服务时间，当地时钟 / served, local';
COMMENT ON COLUMN serving.review.text_masked IS '评价文字（已脱敏）/ text, masked';
COMMENT ON COLUMN serving.review.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.review.line_no IS '原文件行号 / line in the file';

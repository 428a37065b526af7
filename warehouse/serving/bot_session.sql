-- 智能客服会话. Grain: one talk with a bot.
CREATE TABLE serving.bot_session AS
SELECT
    source, session_no, org_code, area_code, item_code, channel, started_at, turns, is_handed_over,
    is_solved, ticket_source, ticket_no, batch_id, line_no
FROM bot_session;

COMMENT ON TABLE serving.bot_session IS '智能客服会话 / one row: one talk with a bot';
COMMENT ON COLUMN serving.bot_session.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.bot_session.session_no IS '会话编号 / session number';
COMMENT ON COLUMN serving.bot_session.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.bot_session.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.bot_session.item_code IS '事项编码 / service item';
COMMENT ON COLUMN serving.bot_session.channel IS '入口 / where it was talked to';
COMMENT ON COLUMN serving.bot_session.started_at IS '开始时间 / started';
COMMENT ON COLUMN serving.bot_session.turns IS '轮数 / turns';
COMMENT ON COLUMN serving.bot_session.is_handed_over IS '转人工 / handed over to a person';
COMMENT ON COLUMN serving.bot_session.is_solved IS '已解决 / solved; NULL not asked';
COMMENT ON COLUMN serving.bot_session.ticket_source IS '工单的来源系统 / source system of the order';
COMMENT ON COLUMN serving.bot_session.ticket_no IS '由此产生的工单 / order that came of it';
COMMENT ON COLUMN serving.bot_session.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.bot_session.line_no IS '原文件行号 / line in the file';

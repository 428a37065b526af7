-- 差评处置事件. Grain: one event of a case.
CREATE TABLE serving.case_event AS
SELECT
    position, case_no, seq, event_type, occurred_at, actor_role, from_state, to_state, due_at, review_source,
    review_no, org_code, data
FROM case_event;

COMMENT ON TABLE serving.case_event IS '差评处置事件 / one row: one event of a case';
COMMENT ON COLUMN serving.case_event.position IS '全局顺序 / global order';
COMMENT ON COLUMN serving.case_event.case_no IS '处置单号 / case';
COMMENT ON COLUMN serving.case_event.seq IS '序号 / running number';
COMMENT ON COLUMN serving.case_event.event_type IS '事件 / event';
COMMENT ON COLUMN serving.case_event.occurred_at IS '时间，当地时钟 / when, local';
COMMENT ON COLUMN serving.case_event.actor_role IS '角色 / role';
COMMENT ON COLUMN serving.case_event.from_state IS '原状态 / from';
COMMENT ON COLUMN serving.case_event.to_state IS '新状态 / to';
COMMENT ON COLUMN serving.case_event.due_at IS '设定的时限，当地时钟 / deadline set, local';
COMMENT ON COLUMN serving.case_event.review_source IS '评价来源 / source of the review';
COMMENT ON COLUMN serving.case_event.review_no IS '评价编号 / review number';
COMMENT ON COLUMN serving.case_event.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.case_event.data IS '内容，无个人信息 / data, without personal data';

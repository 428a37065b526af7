-- 一件事. Grain: one joined-up service and valid_from.
CREATE TABLE serving.one_thing AS
SELECT
    code, name, audience, is_joint, lead_org_code, fields_before, fields_after, materials_before,
    materials_after, steps_before, steps_after, time_before_s, time_after_s, visits_before, visits_after,
    valid_from, valid_to, batch_id, line_no
FROM one_thing;

COMMENT ON TABLE serving.one_thing IS '一件事 / one row: one joined-up service and valid_from';
COMMENT ON COLUMN serving.one_thing.code IS '一件事编码（事项主题） / code, as the items write their theme';
COMMENT ON COLUMN serving.one_thing.name IS '名称 / name';
COMMENT ON COLUMN serving.one_thing.audience IS '对象：PERSON 个人、ENTERPRISE 企业 / for whom';
COMMENT ON COLUMN serving.one_thing.is_joint IS '多部门联办 / several departments';
COMMENT ON COLUMN serving.one_thing.lead_org_code IS '牵头部门 / leading department';
COMMENT ON COLUMN serving.one_thing.fields_before IS '改革前填写字段 / fields filled in before';
COMMENT ON COLUMN serving.one_thing.fields_after IS '改革后填写字段 / fields filled in now';
COMMENT ON COLUMN serving.one_thing.materials_before IS '改革前提交材料 / materials handed in before';
COMMENT ON COLUMN serving.one_thing.materials_after IS '改革后提交材料 / materials handed in now';
COMMENT ON COLUMN serving.one_thing.steps_before IS '改革前办理环节 / steps before';
COMMENT ON COLUMN serving.one_thing.steps_after IS '改革后办理环节 / steps now';
COMMENT ON COLUMN serving.one_thing.time_before_s IS '改革前办理时限（自然秒） / natural seconds before';
COMMENT ON COLUMN serving.one_thing.time_after_s IS '改革后办理时限（自然秒） / natural seconds now';
COMMENT ON COLUMN serving.one_thing.visits_before IS '改革前跑动次数 / visits before';
COMMENT ON COLUMN serving.one_thing.visits_after IS '改革后跑动次数 / visits now';
COMMENT ON COLUMN serving.one_thing.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.one_thing.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.one_thing.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.one_thing.line_no IS '原文件行号 / line in the file';

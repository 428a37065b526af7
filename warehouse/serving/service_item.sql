-- 政务服务事项. Grain: one item code, version and valid_from.
CREATE TABLE serving.service_item AS
SELECT
    code, version, name, org_code, area_code, item_type, case_type, theme, statutory_limit, statutory_unit,
    promise_limit, promise_unit, visits_limit, is_online, materials, guide_url, valid_from, valid_to,
    steps, is_mobile, is_full_online, e_materials, exempt_materials, batch_id, line_no
FROM service_item;

COMMENT ON TABLE serving.service_item IS '政务服务事项 / one row: one item code, version and valid_from';
COMMENT ON COLUMN serving.service_item.code IS '事项编码 / item code';
COMMENT ON COLUMN serving.service_item.version IS '版本 / version';
COMMENT ON COLUMN serving.service_item.name IS '名称 / name';
COMMENT ON COLUMN serving.service_item.org_code IS '部门编码 / department';
COMMENT ON COLUMN serving.service_item.area_code IS '行政区划代码 / area';
COMMENT ON COLUMN serving.service_item.item_type IS '事项类型（GB/T 39046）/ item type';
COMMENT ON COLUMN serving.service_item.case_type IS '即办 IMMEDIATE、承诺 COMMITTED、其他 OTHER / kind of case';
COMMENT ON COLUMN serving.service_item.theme IS '一件事主题 / life event';
COMMENT ON COLUMN serving.service_item.statutory_limit IS '法定时限 / statutory limit';
COMMENT ON COLUMN serving.service_item.statutory_unit IS '法定时限单位 / its unit';
COMMENT ON COLUMN serving.service_item.promise_limit IS '承诺时限 / promised limit';
COMMENT ON COLUMN serving.service_item.promise_unit IS '承诺时限单位 / its unit';
COMMENT ON COLUMN serving.service_item.visits_limit IS '到办事现场次数 / visits needed';
COMMENT ON COLUMN serving.service_item.is_online IS '可全程网办 / can be done online';
COMMENT ON COLUMN serving.service_item.materials IS '材料数 / materials asked';
COMMENT ON COLUMN serving.service_item.guide_url IS '办事指南网址 / guide';
COMMENT ON COLUMN serving.service_item.valid_from IS '生效日 / in force from';
COMMENT ON COLUMN serving.service_item.valid_to IS '失效日（不含）/ in force until, exclusive; NULL still in force';
COMMENT ON COLUMN serving.service_item.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.service_item.line_no IS '原文件行号 / line in the file';
COMMENT ON COLUMN serving.service_item.steps IS '办理环节数 / steps';
COMMENT ON COLUMN serving.service_item.is_mobile IS '掌上可办 / can be done on a phone';
COMMENT ON COLUMN serving.service_item.is_full_online IS '全程网办 / no visit in any step';
COMMENT ON COLUMN serving.service_item.e_materials IS '可电子化提交的材料数 / materials that can be handed in as files';
COMMENT ON COLUMN serving.service_item.exempt_materials IS '免交材料数 / materials no longer asked for';

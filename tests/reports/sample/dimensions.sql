-- A small made-up city for the tests of the report: areas, departments, halls, counters, service items. Fixed codes.
INSERT INTO area VALUES ('9901', '试验市', 'CITY', NULL, DATE '2020-01-01', NULL, 1, 1);
INSERT INTO org (code, name, area_code, parent_code, valid_from, valid_to, batch_id, line_no) SELECT code, name, '9901', parent, DATE '2020-01-01', NULL, 1, row_number() OVER () FROM (VALUES
    ('O1', '市公安局', NULL), ('O2', '市人力资源和社会保障局', NULL), ('O3', '市自然资源和规划局', NULL), ('O4', '市市场监督管理局', NULL),
    ('O5', '市卫生健康委员会', NULL), ('O6', '市住房公积金管理中心', NULL), ('O7', '市档案馆', NULL), ('O8', '市公安局出入境管理支队', 'O1')) AS t(code, name, parent);
INSERT INTO hall (code, name, area_code, org_code, valid_from, valid_to, batch_id, line_no) SELECT code, name, '9901', NULL, DATE '2020-01-01', NULL, 1, row_number() OVER () FROM (VALUES
    ('H1', '市政务服务中心'), ('H2', '城北分中心'), ('H3', '滨江分中心'), ('H4', '高新区政务服务大厅'), ('H5', '柳河镇便民服务中心')) AS t(code, name);
INSERT INTO counter SELECT 'H' || h, 'C' || c, c || ' 号窗口', 'O' || ((h + c) % 7 + 1), DATE '2020-01-01', NULL, 1, h * 10 + c
FROM range(1, 6) AS halls(h), range(1, 5) AS counters(c);
INSERT INTO service_item (code, version, name, org_code, area_code, item_type, case_type, promise_limit, promise_unit, visits_limit, is_online, valid_from, batch_id, line_no)
SELECT 'I' || i, 1, ['身份证换领', '养老保险转移', '不动产登记', '食品经营许可', '医师注册', '公积金提取', '档案查询', '护照签发'][i], 'O' || i, '9901', '01', 'COMMITTED', 5, 'WORKING_DAY', 1, true, DATE '2020-01-01', 1, i
FROM range(1, 9) AS items(i);

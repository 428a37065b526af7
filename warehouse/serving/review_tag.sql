-- 评价勾选的指标. Grain: one indicator ticked on a review.
CREATE TABLE serving.review_tag AS
SELECT
    source, review_no, dict, code, batch_id, line_no
FROM review_tag;

COMMENT ON TABLE serving.review_tag IS '评价勾选的指标 / one row: one indicator ticked on a review';
COMMENT ON COLUMN serving.review_tag.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.review_tag.review_no IS '评价编号 / review number';
COMMENT ON COLUMN serving.review_tag.dict IS '代码表 / code list';
COMMENT ON COLUMN serving.review_tag.code IS '编码 / code';
COMMENT ON COLUMN serving.review_tag.batch_id IS '批次 / batch the row came with';
COMMENT ON COLUMN serving.review_tag.line_no IS '原文件行号 / line in the file';

-- 可识别评价人的差评. Grain: one bad review whose author is known (by a hash that is not published).
CREATE TABLE serving.repeat_review AS
SELECT
    source, review_no, is_repeat
FROM repeat_review;

COMMENT ON TABLE serving.repeat_review IS '可识别评价人的差评 / one row: one bad review whose author is known (by a hash that is not published)';
COMMENT ON COLUMN serving.repeat_review.source IS '来源系统 / source system';
COMMENT ON COLUMN serving.repeat_review.review_no IS '评价编号 / review number';
COMMENT ON COLUMN serving.repeat_review.is_repeat IS '30 日内同一人同一事项再次差评 / same author and item within 30 days';

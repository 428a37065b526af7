-- 装载批次. Grain: one file, push or pull loaded; rows_in = loaded + duplicate + quarantined.
CREATE TABLE serving.batch AS
SELECT
    batch_id, feed, profile, profile_hash, entity, file_name, file_hash, file_bytes, encoding, zone,
    started_at, finished_at, rows_in, loaded, duplicate, quarantined, nulled, first_event, last_event, note
FROM batch;

COMMENT ON TABLE serving.batch IS '装载批次 / one row: one file, push or pull loaded; rows_in = loaded + duplicate + quarantined';
COMMENT ON COLUMN serving.batch.batch_id IS '批次 / batch';
COMMENT ON COLUMN serving.batch.feed IS '来源 / feed';
COMMENT ON COLUMN serving.batch.profile IS '映射配置 / profile';
COMMENT ON COLUMN serving.batch.profile_hash IS '映射配置校验值 / its hash';
COMMENT ON COLUMN serving.batch.entity IS '实体 / entity';
COMMENT ON COLUMN serving.batch.file_name IS '文件名 / file';
COMMENT ON COLUMN serving.batch.file_hash IS '文件 SHA-256 / its hash';
COMMENT ON COLUMN serving.batch.file_bytes IS '字节数 / bytes';
COMMENT ON COLUMN serving.batch.encoding IS '编码 / encoding';
COMMENT ON COLUMN serving.batch.zone IS '时区 / zone of its times';
COMMENT ON COLUMN serving.batch.started_at IS '开始，UTC / began';
COMMENT ON COLUMN serving.batch.finished_at IS '结束，UTC / ended';
COMMENT ON COLUMN serving.batch.rows_in IS '读入行数 / rows read';
COMMENT ON COLUMN serving.batch.loaded IS '装入行数 / rows loaded';
COMMENT ON COLUMN serving.batch.duplicate IS '重复行数 / duplicates';
COMMENT ON COLUMN serving.batch.quarantined IS '隔离行数 / refused';
COMMENT ON COLUMN serving.batch.nulled IS '置空的值数 / values emptied';
COMMENT ON COLUMN serving.batch.first_event IS '最早事件 / first event';
COMMENT ON COLUMN serving.batch.last_event IS '最晚事件 / last event';
COMMENT ON COLUMN serving.batch.note IS '说明 / note';

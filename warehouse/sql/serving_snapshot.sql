-- What this file is. snapshot: one row. snapshot_table: one row a table copied, with its rows in the warehouse.
CREATE TABLE serving.snapshot (
    name            TEXT NOT NULL,
    made_at         TIMESTAMP NOT NULL,
    schema_version  INTEGER NOT NULL,
    program_version TEXT NOT NULL
);
CREATE TABLE serving.snapshot_table (table_name TEXT NOT NULL, row_count BIGINT NOT NULL);

COMMENT ON TABLE serving.snapshot IS '快照信息 / what this file is, one row';
COMMENT ON COLUMN serving.snapshot.name IS '快照名 / its name';
COMMENT ON COLUMN serving.snapshot.made_at IS '生成时间，UTC / made at';
COMMENT ON COLUMN serving.snapshot.schema_version IS '仓库结构版本 / schema step of the warehouse';
COMMENT ON COLUMN serving.snapshot.program_version IS '程序版本 / program';
COMMENT ON TABLE serving.snapshot_table IS '各表行数 / rows of each table as copied';
COMMENT ON COLUMN serving.snapshot_table.table_name IS '表 / table';
COMMENT ON COLUMN serving.snapshot_table.row_count IS '行数 / rows';

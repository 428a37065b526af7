-- rollup: the rollups of the snapshot and what they were made from. Grain: one rollup.
CREATE TABLE rollup AS SELECT * FROM (VALUES
{rows}
) AS r(id, model, time_column, definition)

-- Where the mapped rows of one output wait for judgement. Grain: one row of the file.
CREATE TEMP TABLE {stage} (line_no BIGINT NOT NULL{stage_columns});

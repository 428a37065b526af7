-- The position of the last case event the warehouse holds; 0 at first. Grain: one row.
SELECT position FROM mirror_position WHERE name = 'case_event'

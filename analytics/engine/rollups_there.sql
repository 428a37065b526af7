-- The rollups of a snapshot with what they were made from. Grain: one rollup.
SELECT id, definition FROM rollup

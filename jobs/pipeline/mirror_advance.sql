-- Moves the mirror's position, in the transaction that brings the events.
UPDATE mirror_position SET position = $position WHERE name = 'case_event'

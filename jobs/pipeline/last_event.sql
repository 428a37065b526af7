-- Grain: the operations store. How many events it holds: positions begin at 1 and have no gaps.
SELECT coalesce(max(position), 0) FROM case_event

-- Events that people of the benchmark made since a position. Grain: one row an event. Excludes what the system did.
SELECT case_no, seq, event_type, actor_id FROM case_event WHERE position > @from AND actor_id <> 'system'

-- Grain: one row where messages were given up in the last seven days.
SELECT 'outbox' AS subject, dead, waiting FROM outbox_state WHERE dead > 0;

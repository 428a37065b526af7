-- How far the serving file's case events are behind the operations store.
INSERT INTO mirror_state VALUES ($events, $mirrored, $oldest_waiting_minutes);

-- Messages waiting and given up.
INSERT INTO outbox_state VALUES ($waiting, $dead, $oldest_waiting_minutes);

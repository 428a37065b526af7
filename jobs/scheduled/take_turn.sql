-- Waits until no other server's step works on the warehouse; ends with the connection. The number only has to be ours ("qi").
SELECT pg_advisory_lock(28987);

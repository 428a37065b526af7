-- First and last event of a batch, wall clock of the feed's zone.
SELECT min({event}), max({event}) FROM {table} WHERE batch_id = $batch;

-- Refused rows of batches loaded before a moment (UTC). Their number stays in `batch`, so its identity still holds.
DELETE FROM quarantine WHERE batch_id IN (SELECT batch_id FROM batch WHERE finished_at < $before);

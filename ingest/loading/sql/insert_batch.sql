-- One row of lineage.
INSERT INTO batch (batch_id, feed, profile, profile_hash, entity, file_name, file_hash, file_bytes, encoding, zone, started_at, finished_at,
                   rows_in, loaded, duplicate, quarantined, nulled, first_event, last_event, note)
VALUES ($batch, $feed, $profile, $profile_hash, $entity, $file_name, $file_hash, $file_bytes, $encoding, $zone, $started_at, $finished_at,
        $rows_in, $loaded, $duplicate, $quarantined, $nulled, $first_event, $last_event, $note);

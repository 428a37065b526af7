-- One step as its last runs show it.
INSERT INTO job_state VALUES ($step, $started_at, $outcome, $detail, $failed_in_row, $due_at, $late_minutes, $paused);

-- One folder's disk.
INSERT INTO disk VALUES ($folder, $free_gb, $free_share);

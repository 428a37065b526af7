-- The earliest batch made of the same bytes by the same profile and entity.
SELECT batch_id, rows_in FROM batch
WHERE file_hash = $file_hash AND profile_hash = $profile_hash AND entity = $entity ORDER BY batch_id LIMIT 1;

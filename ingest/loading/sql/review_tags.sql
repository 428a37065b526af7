-- Indicators ticked on the reviews just loaded. Grain: review × code.
INSERT INTO review_tag (source, review_no, dict, code, batch_id, line_no)
SELECT $source, review_no, $dict, unnest(string_split(tags, ',')), $batch, line_no
FROM (SELECT s.review_no, s.tags, s.line_no FROM {stage} s JOIN review f ON f.source = $source AND f.review_no = s.review_no AND f.batch_id = $batch AND f.line_no = s.line_no
      WHERE s.tags IS NOT NULL);

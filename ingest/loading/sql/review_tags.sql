-- Indicators ticked on the reviews just loaded. Grain: review × code.
INSERT INTO review_tag (source, review_no, dict, code, batch_id, line_no)
SELECT $source, s.review_no, $dict, unnest(string_split(s.tags, ',')), $batch, s.line_no
FROM {stage} s {plan_join}
WHERE s.tags IS NOT NULL {plan_filter};

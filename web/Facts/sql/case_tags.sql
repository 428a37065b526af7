-- Grain: an indicator ticked on the review. $source, $review_no. The label comes from the code list, never from the feed.
SELECT t.code, coalesce(any_value(d.label), t.code) AS label, any_value(d.level) AS level
FROM review_tag t
LEFT JOIN tag d ON d.dict = t.dict AND d.code = t.code
WHERE t.source = $source AND t.review_no = $review_no
GROUP BY t.code
ORDER BY t.code;

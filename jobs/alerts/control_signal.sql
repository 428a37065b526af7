-- Grain: metric × subject whose last full week is a signal to the worse, on at least $n records.
SELECT metric || CASE WHEN subject = '' THEN '' ELSE ' · ' || subject END AS subject, week, name_zh, name_en, subject_name, shown, shown_centre, n
FROM figure
WHERE is_last AND is_signal AND is_worse AND n >= $n
ORDER BY 1;

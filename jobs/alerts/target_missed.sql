-- Grain: metric × subject whose value in the last full week is on the wrong side of its target, on at least $n records.
SELECT metric || CASE WHEN subject = '' THEN '' ELSE ' · ' || subject END AS subject, week, name_zh, name_en, subject_name, shown, shown_target, n
FROM figure
WHERE is_last AND target IS NOT NULL AND n >= $n AND (CASE WHEN higher_is_better THEN value < target ELSE value > target END)
ORDER BY 1;

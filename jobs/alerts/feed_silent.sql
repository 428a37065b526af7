-- Grain: feed that brought batches on at least three days and was not loaded for $hours hours. Excluded: feeds loaded by hand once or
-- twice, and feeds unheard of for $forgotten_days days (they have been given up).
SELECT feed AS subject, strftime(max(finished_at), '%Y-%m-%d %H:%M') AS last, date_diff('hour', max(finished_at), any_value(utc)) AS hours
FROM batch, clock
GROUP BY feed
HAVING count(DISTINCT finished_at::DATE) >= 3
   AND max(finished_at) < any_value(utc) - to_hours($hours::BIGINT)
   AND max(finished_at) >= any_value(utc) - to_days($forgotten_days::INTEGER)
ORDER BY feed;

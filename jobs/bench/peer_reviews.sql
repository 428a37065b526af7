-- What somebody who knows the tables would write for the review figures of a period [$from, $to). Grain: one row.
SELECT count(*)::DOUBLE AS reviews, avg((level <= 2)::INT) AS bad_review_rate, avg((level >= 3)::INT) AS good_rate,
       avg((level >= 3)::INT) FILTER (NOT is_default) AS active_good_rate, avg(is_default::INT) AS default_share,
       avg(CASE level WHEN 5 THEN 10 WHEN 4 THEN 8 WHEN 3 THEN 6 WHEN 2 THEN 3 ELSE 0 END) AS avg_score
FROM review WHERE reviewed_at >= $from AND reviewed_at < $to

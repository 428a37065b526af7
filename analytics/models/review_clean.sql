-- review_clean: ratings, ready to measure. Grain: one rating (追评 is another). Level 5 is best. Without personal data.
-- is_good: level {good_from} or better (基本满意 counts as good unless configured otherwise); is_bad: the last two levels.
-- is_active: given by a person, not made by a system. score: the level's points, configurable, 10/8/6/3/0 by default.
SELECT r.source, r.review_no, r.review_seq, r.ticket_source, r.ticket_no, r.item_code, r.org_code, r.area_code, r.hall_code,
       r.counter_code, r.hall_code || '/' || r.counter_code AS counter_key, r.staff_code, r.device_code, r.object_type, r.stage,
       r.channel, r.level, r.is_default, r.is_named, r.reviewed_at, r.accepted_at, r.served_at, r.text_masked,
       NOT r.is_default AS is_active,
       r.level >= {good_from} AS is_good,
       r.level <= 2 AS is_bad,
       CASE r.level WHEN 5 THEN {score_5} WHEN 4 THEN {score_4} WHEN 3 THEN {score_3} WHEN 2 THEN {score_2} ELSE {score_1} END AS score
FROM review AS r

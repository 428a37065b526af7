-- ticket_reviews: ratings per matter. Grain: one ticket that has a rating.
SELECT r.ticket_source AS source, r.ticket_no, count(*) AS reviews,
       sum(CASE WHEN r.is_default THEN 0 ELSE 1 END) AS active_reviews,
       sum(CASE WHEN r.level <= 2 THEN 1 ELSE 0 END) AS bad_reviews
FROM review AS r
WHERE r.ticket_no IS NOT NULL
GROUP BY r.ticket_source, r.ticket_no

-- Grain: one row, one day: the last on which something happened (visit, application or review), not later than $today:
-- a feed with a wrong clock must not move the dashboards into the future. Local days.
SELECT max(day) AS day
FROM (
    SELECT max(visit_date) AS day FROM visit WHERE visit_date <= $today
    UNION ALL
    SELECT max(CAST(reviewed_at AS DATE)) FROM review WHERE reviewed_at < $today + INTERVAL 1 DAY
    UNION ALL
    SELECT max(CAST(applied_at AS DATE)) FROM ticket WHERE applied_at < $today + INTERVAL 1 DAY
);

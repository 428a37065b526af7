-- close_days_mean 平均办结天数. Rows: one closed ticket.
SELECT {dimensions} f.close_days AS x
FROM ticket_clean AS f {joins}
WHERE f.close_days >= 0
  AND {period}
  AND {filters}

-- close_days_median 办结天数中位数. Rows: one closed ticket.
SELECT {dimensions} f.close_days AS x
FROM ticket_clean AS f {joins}
WHERE f.close_days >= 0
  AND {period}
  AND {filters}

-- close_days_p90 办结天数 P90. Rows: one closed ticket.
SELECT {dimensions} f.close_days AS x
FROM ticket_clean AS f {joins}
WHERE f.close_days >= 0
  AND {period}
  AND {filters}

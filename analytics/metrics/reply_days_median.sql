-- reply_days_median 答复天数中位数. Rows: one replied ticket.
SELECT {dimensions} f.reply_days AS x
FROM ticket_clean AS f {joins}
WHERE f.reply_days >= 0
  AND {period}
  AND {filters}

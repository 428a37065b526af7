-- reply_days_mean 平均答复天数. Rows: one replied ticket.
SELECT {dimensions} f.reply_days AS x
FROM ticket_clean AS f {joins}
WHERE f.reply_days >= 0
  AND {period}
  AND {filters}

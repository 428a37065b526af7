-- repeat_complaint_rate 重复投诉率. Rows: one complaint of a known author.
SELECT {dimensions} CASE WHEN again.is_repeat THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE again.ticket_no IS NOT NULL
  AND {period}
  AND {filters}

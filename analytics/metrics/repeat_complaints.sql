-- repeat_complaints 重复投诉数. Rows: one repeated complaint.
SELECT {dimensions} 1 AS x
FROM ticket_clean AS f {joins}
WHERE again.is_repeat
  AND {period}
  AND {filters}

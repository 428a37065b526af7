-- accept_mean 平均受理时长. Rows: one accepted ticket.
SELECT {dimensions} f.accept_s AS x
FROM ticket_clean AS f {joins}
WHERE f.accept_s >= 0
  AND {period}
  AND {filters}

-- reply_on_time_rate 按时答复率. Rows: one order whose deadline has passed.
SELECT {dimensions} CASE WHEN f.replied_at <= f.due_adjusted_at THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'HOTLINE' AND f.due_adjusted_at <= (SELECT s.moment FROM as_of AS s)
  AND {period}
  AND {filters}

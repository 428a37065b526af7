-- The records behind a figure, one page, newest first.
SELECT * FROM ({rows}) AS r ORDER BY {order} LIMIT {limit} OFFSET {offset}

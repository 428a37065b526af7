-- order_callback_clean: callbacks to authors of hotline orders (12345 回访). Grain: one callback.
-- is_satisfied: 满意 or 基本满意 among valid answers; 理解 is neither satisfied nor dissatisfied and has no value.
SELECT b.source, b.ticket_no, b.seq, b.called_at, b.is_valid, b.is_solved, b.satisfaction,
       CASE WHEN b.satisfaction IN ('SATISFIED', 'BASICALLY_SATISFIED') THEN 1 WHEN b.satisfaction = 'NOT_SATISFIED' THEN 0 END AS is_satisfied,
       t.org_code, t.area_code, t.item_code, t.category, t.request_type, t.apply_channel
FROM order_callback AS b
LEFT JOIN ticket_clean AS t ON t.source = b.source AND t.ticket_no = b.ticket_no

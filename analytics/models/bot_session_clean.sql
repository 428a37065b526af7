-- bot_session_clean: talks with a bot (智能客服). Grain: one session.
-- is_complaint_after: the order that came of it is a complaint.
SELECT b.source, b.session_no, b.org_code, b.area_code, b.item_code, b.channel, b.started_at, b.turns, b.is_handed_over, b.is_solved,
       b.ticket_source, b.ticket_no, COALESCE(t.request_type = 'COMPLAINT', false) AS is_complaint_after
FROM bot_session AS b
LEFT JOIN ticket_clean AS t ON t.source = b.ticket_source AND t.ticket_no = b.ticket_no

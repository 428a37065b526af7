-- order_outcome: hotline orders (12345 工单) with the newest valid callback of each, for the composite score. Grain: one order.
-- is_contacted: first contact (or acceptance, where no contact is recorded) within 24 hours.
SELECT t.source, t.ticket_no, t.applied_at, t.org_code, t.area_code, t.item_code, t.category, t.request_type, t.apply_channel,
       CASE WHEN COALESCE(t.contacted_at, t.accepted_at, t.replied_at) <= t.applied_at + INTERVAL '24 hours' THEN 1 ELSE 0 END AS is_contacted,
       CASE WHEN b.is_solved THEN 1 WHEN NOT b.is_solved THEN 0 END AS solved,
       CASE WHEN b.satisfaction IN ('SATISFIED', 'BASICALLY_SATISFIED') THEN 1 WHEN b.satisfaction = 'NOT_SATISFIED' THEN 0 END AS satisfied
FROM ticket_clean AS t
LEFT JOIN (SELECT c.*, row_number() OVER (PARTITION BY c.source, c.ticket_no ORDER BY c.seq DESC) AS newest
           FROM order_callback AS c WHERE c.is_valid) AS b ON b.source = t.source AND b.ticket_no = t.ticket_no AND b.newest = 1
WHERE t.kind = 'HOTLINE' AND t.applied_at IS NOT NULL

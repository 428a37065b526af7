-- ticket_clean: matters and hotline orders, ready to measure. Grain: one ticket, its newest version.
-- due_adjusted_at: the promised end plus all stops of the clock (特别程序); NULL where nothing was promised.
-- is_online: applied by PC or mobile; NULL where the channel is unknown. channel_group: 网办, 自助, 窗口, 帮办 (assisted by staff, whatever the channel), other. *_days are natural days with their fraction.
SELECT t.source, t.ticket_no, t.version, t.kind, t.status, t.item_code, t.org_code, t.area_code, t.hall_code, t.counter_code,
       t.hall_code || '/' || t.counter_code AS counter_key, t.staff_code, t.category, t.request_type, t.case_type,
       t.apply_channel, t.applicant_type, t.applied_at, t.accepted_at, t.due_at, t.closed_at, t.replied_at, t.suspended_s, t.result, t.is_assisted, t.citizen_group, t.dispatched_at, t.signed_at, t.contacted_at, t.returns,
       t.due_at + t.suspended_s * INTERVAL '1 second' AS due_adjusted_at,
       CASE WHEN t.apply_channel IS NOT NULL THEN t.apply_channel IN ('PC', 'MOBILE') END AS is_online,
       CASE WHEN t.is_assisted THEN 'ASSISTED' WHEN t.apply_channel IN ('PC', 'MOBILE') THEN 'ONLINE' WHEN t.apply_channel IN ('SELF_SERVICE', 'COUNTER') THEN t.apply_channel
            WHEN t.apply_channel IS NOT NULL THEN 'OTHER' END AS channel_group,
       EXTRACT(EPOCH FROM (t.accepted_at - t.applied_at)) AS accept_s,
       EXTRACT(EPOCH FROM (t.closed_at - COALESCE(t.accepted_at, t.applied_at))) / 86400.0 AS close_days,
       EXTRACT(EPOCH FROM (t.replied_at - t.applied_at)) / 86400.0 AS reply_days
FROM ticket AS t

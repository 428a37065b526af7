-- case_rating: what citizens said of the putting right (整改评价). Grain: one rating event.
SELECT e.case_no, e.seq, e.occurred_at AS rated_at, (e.data ->> 'satisfaction') AS satisfaction,
       c.org_code, c.level, c.channel, c.is_named, c.item_code, c.area_code, c.hall_code, c.review_source, c.review_no
FROM case_event AS e
JOIN case_clean AS c ON c.case_no = e.case_no
WHERE e.event_type = 'RectificationRated'

-- review_tag_clean: indicators ticked (评价内容). Grain: one rating and indicator.
SELECT t.source, t.review_no, t.dict, t.code AS tag_code, r.reviewed_at, r.level, r.channel, r.is_default, r.org_code, r.area_code,
       r.hall_code, r.counter_key, r.staff_code, r.item_code
FROM review_tag AS t
JOIN review_clean AS r ON r.source = t.source AND r.review_no = t.review_no

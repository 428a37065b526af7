-- review_assessed: review_clean with what was found about each rating. Grain: one rating. For people who write SQL; metrics join
-- only what they need. A flag is no verdict; a rating set aside on appeal stays as it is and counts in raw figures.
SELECT r.*, flag.review_no IS NOT NULL AS is_flagged, opened.review_no IS NOT NULL AS is_opened, aside.review_no IS NOT NULL AS is_set_aside
FROM review_clean AS r
LEFT JOIN review_flagged AS flag ON flag.source = r.source AND flag.review_no = r.review_no
LEFT JOIN review_opened AS opened ON opened.source = r.source AND opened.review_no = r.review_no
LEFT JOIN review_set_aside AS aside ON aside.source = r.source AND aside.review_no = r.review_no

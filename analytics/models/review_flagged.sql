-- review_flagged: ratings an integrity rule looked at twice. Grain: one rating, however many flags it has.
SELECT DISTINCT g.source, g.subject_no AS review_no FROM integrity_flag AS g WHERE g.subject = 'review'

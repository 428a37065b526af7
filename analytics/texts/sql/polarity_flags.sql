-- The reviews that have been flagged for text against stars (R11). Grain: review.
SELECT source, subject_no FROM integrity_flag WHERE rule = 'R11' AND subject = 'review';

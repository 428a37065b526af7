-- review_set_aside: ratings that do not count in assessment because an independent reviewer upheld an appeal. Grain: one rating.
-- The rating itself is unchanged: raw figures count it.
SELECT DISTINCT c.review_source AS source, c.review_no FROM case_clean AS c WHERE c.is_set_aside

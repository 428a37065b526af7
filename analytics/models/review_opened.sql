-- review_opened: ratings that became a case. Grain: one rating.
SELECT DISTINCT e.review_source AS source, e.review_no FROM case_event AS e WHERE e.event_type = 'CaseOpened' AND e.review_no IS NOT NULL
  AND COALESCE(e.data ->> 'kind', 'BAD_REVIEW') = 'BAD_REVIEW'

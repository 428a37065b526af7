-- suggestion_decided: suggestions (建议) that were decided, the newest decision of each. Grain: one case.
SELECT e.case_no, e.occurred_at AS decided_at, (e.data ->> 'outcome') = 'ADOPTED' AS is_adopted,
       c.org_code, c.area_code, c.hall_code, c.item_code, c.channel, c.opened_at
FROM (SELECT n.*, row_number() OVER (PARTITION BY n.case_no ORDER BY n.seq DESC) AS newest
      FROM case_event AS n WHERE n.event_type = 'SuggestionDecided') AS e
JOIN case_fold AS c ON c.case_no = e.case_no
WHERE e.newest = 1

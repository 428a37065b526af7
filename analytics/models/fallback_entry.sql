-- fallback_entry: the register of what ordinary ways could not get done (兜底台账、办不成事). Grain: one case and entry.
SELECT t.case_no, t.entry_no, t.taken_at, t.origin, x.ended_at, x.outcome, x.working_days,
       c.case_kind, c.org_code, c.area_code, c.hall_code, c.item_code, c.channel
FROM (SELECT e.case_no, CAST((e.data ->> 'entryNo') AS INTEGER) AS entry_no, e.occurred_at AS taken_at, e.data ->> 'origin' AS origin
      FROM case_event AS e WHERE e.event_type = 'FallbackTaken') AS t
LEFT JOIN (SELECT e.case_no, CAST((e.data ->> 'entryNo') AS INTEGER) AS entry_no, e.occurred_at AS ended_at, e.data ->> 'outcome' AS outcome,
                  CAST((e.data ->> 'workingDays') AS INTEGER) AS working_days
           FROM case_event AS e WHERE e.event_type = 'FallbackEnded') AS x ON x.case_no = t.case_no AND x.entry_no = t.entry_no
JOIN case_fold AS c ON c.case_no = t.case_no

-- assisted_share 帮办占比. Rows: one matter with a known channel.
SELECT {dimensions} CASE WHEN f.is_assisted THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'MATTER' AND f.is_assisted IS NOT NULL
  AND {period}
  AND {filters}

-- online_rate 一网通办率（办件）. Rows: one matter with a known channel.
SELECT {dimensions} CASE WHEN f.is_online THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.is_online IS NOT NULL AND f.kind = 'MATTER'
  AND {period}
  AND {filters}

-- counter_share 窗口办理占比. Rows: one matter with a known channel.
SELECT {dimensions} CASE WHEN f.channel_group = 'COUNTER' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'MATTER' AND f.channel_group IS NOT NULL
  AND {period}
  AND {filters}

-- self_service_share 自助办理占比. Rows: one matter with a known channel.
SELECT {dimensions} CASE WHEN f.apply_channel = 'SELF_SERVICE' THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.apply_channel IS NOT NULL AND f.kind = 'MATTER'
  AND {period}
  AND {filters}

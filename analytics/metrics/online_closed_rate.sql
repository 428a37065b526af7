-- online_closed_rate 网上办结率. Rows: one matter applied for online.
SELECT {dimensions} CASE WHEN f.closed_at IS NOT NULL THEN 1 ELSE 0 END AS part
FROM ticket_clean AS f {joins}
WHERE f.kind = 'MATTER' AND f.is_online
  AND {period}
  AND {filters}

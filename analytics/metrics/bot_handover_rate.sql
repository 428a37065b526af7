-- bot_handover_rate 转人工率. Rows: one talk with the bot.
SELECT {dimensions} CASE WHEN f.is_handed_over THEN 1 ELSE 0 END AS part
FROM bot_session_clean AS f {joins}
WHERE f.started_at IS NOT NULL
  AND {period}
  AND {filters}

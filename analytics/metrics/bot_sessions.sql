-- bot_sessions 智能客服会话数. Rows: one talk with the bot.
SELECT {dimensions} 1 AS x
FROM bot_session_clean AS f {joins}
WHERE f.started_at IS NOT NULL
  AND {period}
  AND {filters}

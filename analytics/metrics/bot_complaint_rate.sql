-- bot_complaint_rate 机器人后投诉率. Rows: one talk with the bot.
SELECT {dimensions} CASE WHEN f.is_complaint_after THEN 1 ELSE 0 END AS part
FROM bot_session_clean AS f {joins}
WHERE f.started_at IS NOT NULL
  AND {period}
  AND {filters}

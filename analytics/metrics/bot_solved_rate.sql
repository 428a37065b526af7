-- bot_solved_rate 智能客服解决率. Rows: one talk that asked.
SELECT {dimensions} CASE WHEN f.is_solved THEN 1 ELSE 0 END AS part
FROM bot_session_clean AS f {joins}
WHERE f.is_solved IS NOT NULL
  AND {period}
  AND {filters}

-- yellow_cards 黄牌数. Rows: one case with such a card.
SELECT {dimensions} f.yellow_cards AS x
FROM case_clean AS f {joins}
WHERE f.yellow_cards > 0
  AND {period}
  AND {filters}

-- red_cards 红牌数. Rows: one case with such a card.
SELECT {dimensions} f.red_cards AS x
FROM case_clean AS f {joins}
WHERE f.red_cards > 0
  AND {period}
  AND {filters}

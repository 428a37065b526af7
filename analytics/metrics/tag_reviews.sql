-- tag_reviews 评价内容勾选数. Rows: one rating and indicator.
SELECT {dimensions} 1 AS x
FROM review_tag_clean AS f {joins}
WHERE {period}
  AND {filters}

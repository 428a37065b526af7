-- case_clean: bad reviews in the loop (差评处置). Grain: one case. Hotline orders and the fallback counter's matters are in case_fold.
SELECT c.* FROM case_fold AS c WHERE c.case_kind = 'BAD_REVIEW'

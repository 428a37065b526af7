-- The warehouse has nothing of this source yet, so no key of the stage is known.
CREATE TEMP TABLE {plan}_known (rid BIGINT, same BOOLEAN);

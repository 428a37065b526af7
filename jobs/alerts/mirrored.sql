-- The last case event in the serving file; 0 where there is none. (Positions are one order over all cases.)
SELECT coalesce(max(position), 0)::BIGINT AS position FROM case_event;

-- How many staged rows are not simply new.
SELECT (SELECT count(*) FROM {plan}_repeats) + (SELECT count(*) FROM {plan}_known);

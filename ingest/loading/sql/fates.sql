-- What became of the staged rows that are not simply new. Grain: fate.
SELECT fate, count(*) FROM {plan} GROUP BY 1;

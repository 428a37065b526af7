-- The first day a model has a record of, for the question whether a period lies before all data. Grain: one row.
SELECT CAST(min(f.{time}) AS DATE) FROM {model} AS f

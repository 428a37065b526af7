-- The rows of several metrics that read one model, each with its own measures and condition. Grain: one record of the model.
SELECT {dimensions} {measures}
FROM {model} AS f {joins}
WHERE {condition} AND {period} AND {filters}

-- metric: the dictionary of metrics. Grain: one metric.
CREATE VIEW metric AS SELECT * FROM (VALUES
{rows}
) AS m(id, metric_group, name_zh, name_en, says_zh, says_en, unit, grain, numerator, denominator, exclusions_zh, exclusions_en, direction, formula_class, source, target, version)

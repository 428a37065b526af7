-- Several metrics in one reading of their model. Grain: one group of the dimensions; four columns a metric.
SELECT {keys}{columns}
FROM ({rows}) AS r {group}

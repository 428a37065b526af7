-- as_of: the local moment the snapshot speaks of; what is due later is not due yet. Grain: one row.
SELECT TIMESTAMP '{as_of}' AS moment

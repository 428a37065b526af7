-- Empties one list of review indicators before it is written again from tags.yaml. Grain: dict × version × code.
DELETE FROM tag WHERE dict = $dict;

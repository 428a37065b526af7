-- Names of the codes of one dimension.
SELECT code, name FROM dimension_label WHERE dimension = {dimension}

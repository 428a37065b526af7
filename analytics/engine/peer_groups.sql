-- The kind of each unit of one dimension.
SELECT code, peer FROM peer_group WHERE dimension = {dimension} AND peer IS NOT NULL

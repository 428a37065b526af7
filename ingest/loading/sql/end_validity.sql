-- A dimension's row ends where the next one of its key begins.
UPDATE {table} SET valid_to = n.next_from
FROM (SELECT rowid AS rid, {next_from} AS next_from FROM {table}) n
WHERE {table}.rowid = n.rid AND {table}.valid_to IS DISTINCT FROM n.next_from;

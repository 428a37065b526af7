-- Hours that came later than the visits: the closed part of their waits again.
UPDATE visit SET closed_s = c.closed_s FROM {closed} c WHERE visit.rowid = c.rid AND visit.closed_s <> c.closed_s;

-- The present name of an org. Grain: one row, or none.
SELECT o.name FROM org_now AS o WHERE o.code = $org

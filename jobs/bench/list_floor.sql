-- The least a list can cost: the open cases of one unit by deadline, first page, all columns. Grain: one row a case. Excludes nothing else.
SELECT * FROM case_view WHERE is_open AND org_code = @org ORDER BY due_at IS NULL, due_at, case_no LIMIT 50

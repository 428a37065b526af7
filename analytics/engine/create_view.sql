-- A model as a view.
CREATE VIEW {id} AS
{sql}

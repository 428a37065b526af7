-- A model as a table: its rows are worked out once, when the file is made.
CREATE TABLE {id} AS
{sql}

-- The moment of looking, UTC.
INSERT INTO clock VALUES ($utc);

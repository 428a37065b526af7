-- Which steps of schema/ this file has. Grain: one step. applied_at is UTC.
CREATE TABLE IF NOT EXISTS schema_version (
    number     INTEGER NOT NULL,
    name       TEXT NOT NULL,
    checksum   TEXT NOT NULL,        -- SHA-256 of the script
    applied_at TIMESTAMP NOT NULL
);

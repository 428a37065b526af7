-- How somebody gets reports: where to, in which language, as a file or as a link. Without a row: managers get the weekly
-- report of their scope once an address is there; nobody else gets any.
CREATE TABLE report_setting (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES "user" (user_id), mail_address TEXT, language TEXT NOT NULL,
    how TEXT NOT NULL, weekly BOOLEAN NOT NULL, daily BOOLEAN NOT NULL, bulletin BOOLEAN NOT NULL
);

-- Shuts a DuckDB off from everything but what is attached already, for good: after the last line nothing here can be
-- turned back.
SET GLOBAL enable_external_access = false;
SET GLOBAL allow_community_extensions = false;
SET GLOBAL autoinstall_known_extensions = false;
SET GLOBAL autoload_known_extensions = false;
SET GLOBAL lock_configuration = true;

namespace QualityInsight.Warehouse.Tests.Sandbox;

/// <summary>What people may try. Each is refused, writes nothing, tells nothing, and the sandbox goes on.</summary>
public sealed class EscapeTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Escapes => new()
    {
        // Reading files.
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_csv_auto('{secret}')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_blob('{secret}')",
        "SELECT * FROM read_json('{secret}')",
        "SELECT * FROM read_json_auto('/etc/passwd')",
        "SELECT * FROM read_ndjson_objects('/etc/passwd')",
        "SELECT * FROM read_parquet('{secret}')",
        "SELECT * FROM parquet_metadata('{secret}')",
        "SELECT * FROM parquet_scan('{secret}')",
        "SELECT * FROM '{secret}'",
        "FROM '/etc/passwd'",
        "SELECT * FROM \"{secret}\"",
        "SELECT * FROM glob('/etc/*')",
        "WITH s AS (SELECT * FROM read_text('{secret}')) SELECT * FROM s",
        "SELECT (SELECT content FROM read_text('{secret}'))",
        "SELECT * FROM review WHERE review_no IN (SELECT content FROM main.read_text('{secret}'))",
        "SELECT * FROM query('SELECT * FROM read_text(''{secret}'')')",
        "SELECT * FROM query_table('{secret}')",
        "SELECT * FROM READ_TEXT('{secret}')",
        "SELECT * FROM system.main.read_text('{secret}')",
        "SUMMARIZE SELECT * FROM read_text('{secret}')",
        "DESCRIBE SELECT * FROM read_csv('{secret}')",
        "EXPLAIN ANALYZE SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM review, LATERAL (SELECT * FROM read_text('{secret}'))",
        "SELECT * FROM read_duckdb('{folder}/warehouse.duckdb')",
        // The owner's file, other databases.
        "ATTACH '{folder}/warehouse.duckdb' AS w",
        "ATTACH ':memory:' AS m",
        "DETACH quality",
        "USE memory",
        "COPY FROM DATABASE quality TO memory",
        "SELECT person_hash FROM review",
        // Writing files.
        "COPY review TO '{written}'",
        "COPY (SELECT 1) TO '{written}' (FORMAT parquet)",
        "EXPORT DATABASE '{written}'",
        "IMPORT DATABASE '{written}'",
        "EXPLAIN ANALYZE COPY review TO '{written}'",
        "SELECT 1; COPY review TO '{written}'",
        "SELECT * FROM enable_profiling(save_location := '{written}')",
        "SELECT * FROM enable_logging('QueryLog', storage := 'file', storage_path := '{written}')",
        "SELECT * FROM write_log('x')",
        "PRAGMA enable_profiling",
        "PRAGMA profiling_output='{written}'",
        // Changing data or the catalogue.
        "INSERT INTO review SELECT * FROM review",
        "UPDATE review SET level = 5",
        "DELETE FROM review",
        "TRUNCATE review",
        "CREATE TABLE t AS SELECT 1",
        "CREATE TEMP TABLE t (n INTEGER)",
        "CREATE TABLE memory.main.t AS SELECT 1",
        "CREATE VIEW v AS SELECT 1",
        "CREATE MACRO m() AS TABLE SELECT * FROM read_text('{secret}')",
        "CREATE SECRET s (TYPE s3)",
        "DROP VIEW bad_review",
        "ALTER TABLE review ADD COLUMN x INTEGER",
        "COMMENT ON TABLE review IS 'x'",
        "MERGE INTO review USING review AS r ON false WHEN MATCHED THEN DELETE",
        "WITH d AS (DELETE FROM review RETURNING *) SELECT * FROM d",
        "BEGIN TRANSACTION",
        "CHECKPOINT",
        "SELECT * FROM checkpoint()",
        "SELECT * FROM force_checkpoint()",
        "CALL checkpoint()",
        "VACUUM",
        // Settings and extensions.
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET memory_limit = '100GB'",
        "SET temp_directory = '{written}'",
        "RESET memory_limit",
        "PRAGMA memory_limit = '100GB'",
        "PRAGMA database_list",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{written}'",
        "FORCE INSTALL spatial FROM community",
        "SELECT * FROM 'https://example.com/x.parquet'",
        "SELECT * FROM read_csv('s3://bucket/x.csv')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM which_secret('s3://x', 's3')",
        // The machine.
        "SELECT getenv('QI_TEST_SECRET')",
        "SELECT * FROM duckdb_logs()",
        "SELECT * FROM duckdb_temporary_files()",
        "SELECT * FROM test_all_types()",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "SELECT 1; SELECT 2",
        // Tricks of writing: comments, nesting, other places a table may stand.
        "/* SELECT */ COPY review TO '{written}'",
        "-- SELECT 1\nCOPY review TO '{written}'",
        "SELECT 1 /* ; */ ; COPY review TO '{written}'",
        "EXPLAIN /* */ COPY review TO '{written}'",
        "EXPLAIN ANALYZE INSERT INTO review SELECT * FROM review",
        "COPY review TO '/dev/stdout'",
        "COPY (SELECT 1) TO '/proc/self/mem'",
        "FROM read_blob('/proc/self/environ')",
        "SELECT * FROM read_text((SELECT '{secret}'))",
        "SELECT (FROM read_text('{secret}') SELECT content)",
        "WITH s AS MATERIALIZED (FROM glob('/etc/*')) FROM s",
        "WITH RECURSIVE s AS (SELECT content FROM read_text('{secret}') UNION ALL SELECT content FROM s WHERE false) FROM s",
        "SELECT * FROM review POSITIONAL JOIN glob('/etc/*')",
        "PIVOT (FROM glob('/etc/*')) ON file USING count(*)",
        "SELECT * FROM query_table(['{secret}'])",
        "SELECT count(*) FROM review WHERE EXISTS (FROM read_text('{secret}'))",
        "SELECT * FROM review ORDER BY (SELECT max(content) FROM read_text('{secret}'))",
        // Shadowing our macros, hidden statements.
        "CREATE OR REPLACE MACRO reviews_of(wanted) AS TABLE SELECT * FROM read_text('{secret}')",
        "CREATE TEMP MACRO range(n) AS TABLE SELECT * FROM read_text('{secret}')",
        "CREATE TEMP VIEW review AS SELECT * FROM read_text('{secret}')",
        "SET VARIABLE x = (SELECT content FROM read_text('{secret}'))",
        "SELECT * FROM json_execute_serialized_sql('{\"statements\":[]}')",
        "PRAGMA json_execute_serialized_sql('{}')",
        "DEALLOCATE p",
        "CALL pragma_version()",
        "PRAGMA add_parquet_key('k', '00000000')",
        // Functions that reach into the engine, other engines, the network.
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_databases()",
        "SELECT * FROM duckdb_extensions()",
        "SELECT * FROM duckdb_prepared_statements()",
        "SELECT * FROM pragma_database_size()",
        "SELECT * FROM seq_scan('review')",
        "SELECT * FROM arrow_scan(0, 0, 0)",
        "SELECT * FROM sqlite_scan('{folder}/operations.db', 'user')",
        "SELECT * FROM postgres_query('host=127.0.0.1', 'SELECT 1')",
        "SELECT * FROM iceberg_scan('{folder}')",
        "SELECT * FROM 'hf://datasets/x/y.csv'",
        "SELECT * FROM read_parquet('http://169.254.169.254/latest/meta-data/')",
        "SELECT * FROM sql_auto_complete('SEL')",
        "SELECT $x",
    };

    [Theory]
    [MemberData(nameof(Escapes))]
    public void Is_refused(string escape)
    {
        var sql = escape
            .Replace("{secret}", fixture.SecretFile, StringComparison.Ordinal)
            .Replace("{written}", fixture.Written, StringComparison.Ordinal)
            .Replace("{folder}", fixture.Folder, StringComparison.Ordinal);
        var error = Assert.Throws<SqlRefusedException>(() => fixture.All(sql));
        Assert.DoesNotContain(SandboxFixture.Secret, error.Message);
        Assert.False(Path.Exists(fixture.Written));
        Assert.Equal(10_000L, fixture.All("SELECT count(*) FROM review").Single()[0]);
    }

    [Fact]
    public void Deep_nesting_that_would_overflow_the_parser_ends_only_the_sandboxes_process()
    {
        foreach (var sql in new[]
        {
            "SELECT " + new string('(', 40_000) + "1" + new string(')', 40_000),
            "SELECT " + string.Concat(Enumerable.Repeat("1+", 45_000)) + "1",
            "SELECT " + string.Concat(Enumerable.Repeat("NOT ", 24_000)) + "true",
            "SELECT " + new string('[', 40_000) + new string(']', 40_000),
            "SELECT " + new string('x', 200_000),
        })
        {
            Assert.ThrowsAny<WarehouseException>(() => fixture.All(sql));
            Assert.Single(fixture.All("SELECT 1"));
        }
    }

    [Fact]
    public void Environment_of_the_program_does_not_reach_the_sandbox()
    {
        Assert.Equal(SandboxFixture.Secret, Environment.GetEnvironmentVariable("QI_TEST_SECRET"));
        using var result = fixture.Sandbox.Run("SELECT 1");
        var processes = System.Diagnostics.Process.GetProcessesByName("dotnet")
            .Select(process => $"/proc/{process.Id}")
            .Where(folder => File.Exists($"{folder}/cmdline") && File.ReadAllText($"{folder}/cmdline").Contains("QualityInsight.Sandbox.dll"))
            .ToList();
        Assert.NotEmpty(processes);
        Assert.All(processes, folder => Assert.DoesNotContain("QI_TEST_SECRET", File.ReadAllText($"{folder}/environ")));
    }
}

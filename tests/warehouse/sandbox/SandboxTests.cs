using System.Diagnostics;

namespace QualityInsight.Warehouse.Tests.Sandbox;

public sealed class SandboxTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Query_gives_columns_and_typed_rows()
    {
        using var result = fixture.Sandbox.Run("SELECT level, count(*) AS n, avg(level) AS mean, min(reviewed_at) AS first, date '2026-02-01' AS day, NULL AS nothing FROM review GROUP BY level ORDER BY level");
        Assert.Equal(["level", "n", "mean", "first", "day", "nothing"], result.Columns.Select(c => c.Name));
        var rows = result.Rows().ToList();
        Assert.Equal(5, rows.Count);
        Assert.Equal([1L, 2000L, 1.0, new DateTime(2026, 1, 1, 9, 0, 0), new DateOnly(2026, 2, 1), null], rows[0]);
        Assert.False(result.Truncated);
    }

    [Theory]
    [InlineData("SELECT 1.50::DECIMAL(5,2)", "1.50")]
    [InlineData("SELECT sum(9223372036854775807::BIGINT) FROM range(2)", "18446744073709551614")]
    [InlineData("SELECT ['P01', 'P09']", """["P01","P09"]""")]
    [InlineData("SELECT {'level': 5, 'tags': ['a']}", """{"level":5,"tags":["a"]}""")]
    [InlineData("SELECT map(['a'], [1])", """{"a":1}""")]
    [InlineData("SELECT 'nan'::DOUBLE", "NaN")]
    [InlineData("SELECT TIME '09:30:00'", "09:30")]
    [InlineData("SELECT 'ab'::BLOB", "6162")]
    [InlineData("SELECT TIMESTAMPTZ '2026-01-01 08:00:00+08'", "01/01/2026 00:00:00")]
    [InlineData("SELECT '00000000-0000-0000-0000-000000000001'::UUID", "00000000-0000-0000-0000-000000000001")]
    [InlineData("SELECT INTERVAL 90 MINUTE", "01:30:00")]
    public void Value_of_any_type_can_be_shown(string sql, string shown) =>
        Assert.Equal(shown, Convert.ToString(fixture.All(sql).Single()[0], System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("FROM review LIMIT 3", 3)]
    [InlineData("WITH a AS (SELECT 1) SELECT * FROM a;", 1)]
    [InlineData("VALUES (1), (2)", 2)]
    [InlineData("-- what analysts write\nSELECT 1 -- and here", 1)]
    [InlineData("SELECT * FROM bad_review LIMIT 7", 7)]
    [InlineData("SELECT * FROM reviews_of(5) LIMIT 4", 4)]
    [InlineData("SELECT * FROM range(10)", 10)]
    [InlineData("SELECT unnest([1, 2, 3])", 3)]
    [InlineData("EXPLAIN SELECT 1", 1)]
    [InlineData("explain analyze SELECT count(*) FROM review", 1)]
    [InlineData("SELECT level, count(*) FROM review GROUP BY GROUPING SETS ((level), ())", 6)]
    [InlineData("SELECT * FROM (SELECT 1 UNION ALL SELECT 2)", 2)]
    public void Statement_that_only_reads_is_allowed(string sql, int rows) => Assert.Equal(rows, fixture.All(sql).Count);

    [Theory]
    [InlineData("SHOW TABLES")]
    [InlineData("DESCRIBE review")]
    [InlineData("SUMMARIZE review")]
    [InlineData("SELECT table_name, comment FROM duckdb_tables()")]
    [InlineData("SELECT * FROM information_schema.columns")]
    [InlineData("SELECT * FROM pragma_table_info('review')")]
    public void Looking_around_is_allowed(string sql) => Assert.NotEmpty(fixture.All(sql));

    [Fact]
    public void Error_of_the_statement_comes_back_in_duckdbs_words()
    {
        Assert.Contains("levl", Assert.Throws<SqlRefusedException>(() => fixture.All("SELECT levl FROM review")).Message);
        Assert.Contains("syntax error", Assert.Throws<SqlRefusedException>(() => fixture.All("SELEC 1")).Message);
        Assert.Contains("no statement", Assert.Throws<SqlRefusedException>(() => fixture.All(" ")).Message);
    }

    [Fact]
    public void Rows_beyond_the_limit_are_left_out_and_said_so()
    {
        using var result = fixture.Sandbox.Run("SELECT * FROM review", new() { Rows = 100 });
        Assert.Equal(100, result.Rows().Count());
        Assert.True(result.Truncated);
        using var exact = fixture.Sandbox.Run("SELECT * FROM review LIMIT 100", new() { Rows = 100 });
        Assert.Equal(100, exact.Rows().Count());
        Assert.False(exact.Truncated);
    }

    [Fact]
    public void Result_bomb_is_cut_at_its_bytes()
    {
        using var result = fixture.Sandbox.Run("SELECT repeat('x', 10000) FROM range(100000000)", new() { Rows = int.MaxValue, Bytes = 1 << 20 });
        Assert.Equal(104, result.Rows().Count());
        Assert.True(result.Truncated);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range + b.range = 7")]
    [InlineData("WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT 1 FROM t) SELECT count(*) FROM t")]
    [InlineData("SELECT count(*) FROM review a, review b, review c WHERE levenshtein(a.review_no, b.review_no || c.review_no) = 1")]
    public void Time_bomb_is_stopped(string sql)
    {
        var taken = Stopwatch.StartNew();
        Assert.ThrowsAny<WarehouseException>(() => fixture.All(sql, new() { Time = TimeSpan.FromSeconds(1), MemoryMegabytes = 300 }));
        Assert.True(taken.Elapsed < TimeSpan.FromSeconds(20), $"{taken.Elapsed}");
        Assert.Single(fixture.All("SELECT 1"));
    }

    [Theory]
    [InlineData("SELECT len(range(3000000000))")]
    [InlineData("SELECT length(repeat('x', 3000000000))")]
    [InlineData("SELECT length(lpad('x', 2000000000, 'y') || rpad('x', 2000000000, 'y'))")]
    [InlineData("SELECT length(string_agg(repeat('x', 1000), '')) FROM range(10000000)")]
    [InlineData("SELECT len(list(range)) FROM range(1000000000)")]
    [InlineData("SELECT count(*) FROM (SELECT DISTINCT a.range, b.range FROM range(100000) a, range(100000) b)")]
    [InlineData("WITH RECURSIVE t AS (SELECT 'x' AS s, 1 AS n UNION ALL SELECT s || s, n + 1 FROM t WHERE n < 40) SELECT max(length(s)) FROM t")]
    [InlineData("SELECT length(format('{:2000000000d}', 1))")]
    [InlineData("SELECT list_aggregate(range(2000000000), 'sum')")]
    [InlineData("SELECT len(list_sort(range(1500000000)))")]
    [InlineData("SELECT length(array_to_string(range(1000000000), ','))")]
    [InlineData("SELECT length(regexp_replace(repeat('a', 200000000), 'a', 'bbbbbbbbbbbbbbbbbbbb', 'g'))")]
    [InlineData("SELECT a.range FROM range(100000) a, range(100000) b ORDER BY hash(a.range + b.range) LIMIT 1 OFFSET 4000000000")]
    public void Memory_bomb_hurts_only_itself(string sql)
    {
        using var self = Process.GetCurrentProcess();
        var limits = new SandboxLimits { MemoryMegabytes = 256, Time = TimeSpan.FromSeconds(10) };
        Assert.ThrowsAny<WarehouseException>(() => fixture.All(sql, limits));
        Assert.Single(fixture.All("SELECT 1", limits));
    }

    [Fact]
    public void Cancelling_stops_it_at_once()
    {
        using var cancel = new CancellationTokenSource(300);
        var taken = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => fixture.Sandbox.Run(
            "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range + b.range = 7", cancel: cancel.Token));
        Assert.True(taken.Elapsed < TimeSpan.FromSeconds(20), $"{taken.Elapsed}");
    }

    [Fact]
    public void Result_left_half_read_does_not_disturb_the_next()
    {
        using (var result = fixture.Sandbox.Run("SELECT * FROM review"))
            Assert.NotNull(result.Rows().First());
        Assert.Equal(1L, fixture.All("SELECT 1").Single()[0]);
    }

    [Fact]
    public void Several_people_at_once_get_their_own_answers() =>
        Parallel.For(0, 6, new() { MaxDegreeOfParallelism = 3 }, i => Assert.Equal((long)i, fixture.All($"SELECT {i}").Single()[0]));
}

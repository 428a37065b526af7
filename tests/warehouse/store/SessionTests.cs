using DuckDB.NET.Data;
using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class SessionTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataWarehouse warehouse;
    private readonly WarehouseSession session;

    public SessionTests()
    {
        warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        session = warehouse.OpenSession();
    }

    public void Dispose()
    {
        session.Dispose();
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Values_of_every_type_of_the_schema_come_back_as_they_were_given()
    {
        var row = session.QuerySingle(
            "SELECT $text AS a, $day AS b, $at AS c, $whole AS d, $real AS e, $truth AS f, $time AS g, $nothing AS h, ['甲', '乙'] AS i",
            r => (r.Text("a"), r.Date("b"), r.Timestamp("c"), r.Long("d"), r.Double("e"), r.Bool("f"), r.Time("g"), r.TextOrNull("h"), string.Join(",", r.TextList("i"))),
            new()
            {
                ["text"] = "非常满意",
                ["day"] = new DateOnly(2026, 2, 28),
                ["at"] = new DateTime(2026, 2, 28, 23, 59, 59, 999),
                ["whole"] = long.MaxValue,
                ["real"] = 0.1,
                ["truth"] = true,
                ["time"] = new TimeOnly(9, 30),
                ["nothing"] = null,
            });
        Assert.Equal(
            ("非常满意", new DateOnly(2026, 2, 28), new DateTime(2026, 2, 28, 23, 59, 59, 999), long.MaxValue, 0.1, true, new TimeOnly(9, 30), null, "甲,乙"),
            row);
    }

    [Fact]
    public void Numbers_of_every_type_are_read_as_whole_and_as_real()
    {
        const string sql = "SELECT 1::TINYINT, 2::SMALLINT, 3::INTEGER, 4::BIGINT, sum(5::BIGINT), 6::UBIGINT, 7::HUGEINT";
        var whole = session.QuerySingle(sql, r => Enumerable.Range(0, r.Count).Select(r.Long).ToList());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], whole);
        var real = session.QuerySingle("SELECT 1.5::DECIMAL(10,2), 2.5::DOUBLE, 3.5::FLOAT, 4, sum(5::BIGINT)", r => Enumerable.Range(0, r.Count).Select(r.Double).ToList());
        Assert.Equal([1.5, 2.5, 3.5, 4, 5], real);
    }

    [Fact]
    public void Null_where_a_value_is_needed_is_refused_with_the_columns_name()
    {
        var error = Assert.Throws<InvalidOperationException>(() => session.QuerySingle("SELECT NULL::TEXT AS reply", r => r.Text("reply")));
        Assert.Contains("'reply'", error.Message);
        Assert.Null(session.QuerySingle("SELECT NULL::BIGINT AS n", r => r.LongOrNull("n")));
    }

    [Fact]
    public void Unknown_column_is_refused_with_those_that_are_there()
    {
        var error = Assert.Throws<ArgumentException>(() => session.QuerySingle("SELECT 1 AS level", r => r.Int("levle")));
        Assert.Contains("level", error.Message);
    }

    [Fact]
    public void Text_with_a_nul_is_refused_rather_than_cut() =>
        Assert.Throws<ArgumentException>(() => session.QuerySingle("SELECT $t", r => r.Text(0), new() { ["t"] = "a\0b" }));

    [Fact]
    public void Transaction_that_throws_leaves_nothing()
    {
        session.Execute("CREATE TABLE t (n INTEGER)");
        Assert.Throws<InvalidDataException>(() => session.InTransaction(() =>
        {
            session.Execute("INSERT INTO t VALUES (1)");
            throw new InvalidDataException();
        }));
        Assert.Equal(0, Count("t"));
        session.InTransaction(() => session.Execute("INSERT INTO t VALUES (1)"));
        Assert.Equal(1, Count("t"));
    }

    [Fact]
    public void Transaction_within_a_transaction_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => session.InTransaction(() => session.InTransaction(() => { })));

    [Fact]
    public void Query_beyond_its_limit_is_stopped_and_the_session_goes_on()
    {
        session.TimeLimit = TimeSpan.FromMilliseconds(200);
        var error = Assert.Throws<QueryTimeLimitException>(() => session.QuerySingle(LongQuery, r => r.Long(0)));
        Assert.Contains("0.2 s", error.Message);
        session.TimeLimit = null;
        Assert.Equal(1, session.QuerySingle("SELECT 1", r => r.Int(0)));
    }

    [Fact]
    public void Cancelled_query_is_stopped_and_says_so()
    {
        using var cancel = new CancellationTokenSource(150);
        Assert.ThrowsAny<OperationCanceledException>(() => session.QuerySingle(LongQuery, r => r.Long(0), cancel: cancel.Token));
        Assert.Equal(1, session.QuerySingle("SELECT 1", r => r.Int(0)));
    }

    [Fact]
    public void Query_whose_caller_has_cancelled_already_does_not_begin()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => session.Execute("CREATE TABLE never (n INTEGER)", cancel: cancel.Token));
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'never'", r => r.Int(0)));
    }

    [Fact]
    public void Cancelling_a_stream_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var n in session.QueryStream("SELECT range FROM range(100000000)", r => r.Long(0), cancel: cancel.Token))
            {
                if (++seen == 5000)
                    cancel.Cancel();
            }
        });
        Assert.Equal(5000, seen);
        Assert.Equal(1, session.QuerySingle("SELECT 1", r => r.Int(0)));
    }

    [Fact]
    public void Stream_gives_every_row_and_refuses_another_statement_until_it_ends()
    {
        using var stream = session.QueryStream("SELECT range FROM range(10000)", r => r.Long(0)).GetEnumerator();
        Assert.True(stream.MoveNext());
        Assert.Throws<InvalidOperationException>(() => session.Execute("SELECT 1"));
        var sum = stream.Current;
        while (stream.MoveNext())
            sum += stream.Current;
        Assert.Equal(49_995_000, sum);
        Assert.Equal(1, session.QuerySingle("SELECT 1", r => r.Int(0)));
    }

    [Fact]
    public void Stream_left_early_frees_the_session()
    {
        Assert.Equal(0, session.QueryStream("SELECT range FROM range(100000000)", r => r.Long(0)).First());
        Assert.Equal(1, session.QuerySingle("SELECT 1", r => r.Int(0)));
    }

    [Fact]
    public void Stream_of_a_session_that_was_disposed_ends_with_an_error_not_with_freed_memory()
    {
        var own = warehouse.OpenSession();
        using var stream = own.QueryStream("SELECT range || ' and more text than twelve bytes' FROM range(100000)", r => r.Text(0)).GetEnumerator();
        Assert.True(stream.MoveNext());
        own.Dispose();
        Assert.Throws<ObjectDisposedException>(() => stream.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => own.Execute("SELECT 1"));
    }

    [Fact]
    public void Cancelling_inside_a_transaction_rolls_it_back_and_the_session_goes_on()
    {
        session.Execute("CREATE TABLE t (n BIGINT)");
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => session.InTransaction(() =>
        {
            session.Execute("INSERT INTO t VALUES (1)");
            cancel.CancelAfter(100);
            session.QuerySingle(LongQuery, r => r.Long(0), cancel: cancel.Token);
        }));
        Assert.Equal(0, Count("t"));
        session.InTransaction(() => session.Execute("INSERT INTO t VALUES (2)"));
        Assert.Equal(1, Count("t"));
    }

    [Fact]
    public void Limit_inside_a_transaction_rolls_it_back_and_the_session_goes_on()
    {
        session.Execute("CREATE TABLE t (n BIGINT)");
        session.TimeLimit = TimeSpan.FromMilliseconds(150);
        Assert.Throws<QueryTimeLimitException>(() => session.InTransaction(() =>
        {
            session.Execute("INSERT INTO t VALUES (1)");
            session.QuerySingle(LongQuery, r => r.Long(0));
        }));
        session.TimeLimit = null;
        Assert.False(session.IsInTransaction);
        Assert.Equal(0, Count("t"));
    }

    [Fact]
    public void Error_of_a_query_is_duckdbs_own()
    {
        var error = Assert.Throws<DuckDBException>(() => session.Execute("SELECT * FROM no_such_table"));
        Assert.Contains("no_such_table", error.Message);
    }

    [Fact]
    public void Time_zone_of_sessions_is_utc_whatever_the_machine_has() =>
        Assert.Equal("UTC", session.QuerySingle("SELECT current_setting('TimeZone')", r => r.Text(0)));

    private const string LongQuery = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7";

    private long Count(string table) => session.QuerySingle($"SELECT count(*) FROM {table}", r => r.Long(0));
}

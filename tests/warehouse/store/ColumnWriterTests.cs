using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class ColumnWriterTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataWarehouse warehouse;
    private readonly WarehouseSession session;

    public ColumnWriterTests()
    {
        warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        session = warehouse.OpenSession();
        session.Execute("""
            CREATE TABLE every (
                id BIGINT NOT NULL, tiny TINYINT, small SMALLINT, whole INTEGER, big BIGINT, real DOUBLE, truth BOOLEAN,
                text TEXT, at_time TIMESTAMP, day DATE, time TIME, list TEXT[], json JSON,
                counted INTEGER NOT NULL DEFAULT 7)
            """);
    }

    public void Dispose()
    {
        session.Dispose();
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_type_comes_back_as_it_was_set_in_any_order()
    {
        Write(writer =>
        {
            writer.Set("text", "一窗受理一次办结，longer than twelve bytes");
            writer.Set("id", 1);
            writer.Set("tiny", -3);
            writer.Set("small", -300);
            writer.Set("whole", -70_000);
            writer.Set("big", long.MinValue + 1);
            writer.Set("real", -0.25);
            writer.Set("truth", true);
            writer.Set("at_time", new DateTime(2026, 11, 22, 2, 38, 0).AddTicks(1234560));
            writer.Set("day", new DateOnly(1899, 12, 31));
            writer.Set("time", new TimeOnly(23, 59, 59, 999, 999));
            writer.Set("list", ["P01", "P09", "态度"]);
            writer.Set("json", """{"a":[1,2]}""");
            writer.EndRow();
        });
        var row = session.QuerySingle(
            "SELECT * FROM every",
            r => (r.Long("id"), r.Long("tiny"), r.Long("small"), r.Long("whole"), r.Long("big"), r.Double("real"), r.Bool("truth")));
        Assert.Equal((1, -3, -300, -70_000, long.MinValue + 1, -0.25, true), row);
        var other = session.QuerySingle(
            "SELECT * FROM every",
            r => (r.Text("text"), r.Timestamp("at_time"), r.Date("day"), r.Time("time"), string.Join("|", r.TextList("list")), r.Text("json"), r.Int("counted")));
        Assert.Equal(
            ("一窗受理一次办结，longer than twelve bytes", new DateTime(2026, 11, 22, 2, 38, 0).AddTicks(1234560), new DateOnly(1899, 12, 31), new TimeOnly(23, 59, 59, 999, 999), "P01|P09|态度", """{"a":[1,2]}""", 7),
            other);
    }

    [Fact]
    public void Narrow_columns_keep_their_neighbours_over_many_rows()
    {
        Write(writer =>
        {
            for (var i = 0; i < 5000; i++)
            {
                writer.Set("id", i);
                writer.Set("tiny", (i % 256) - 128);
                writer.Set("small", (i % 65_536) - 32_768);
                writer.Set("whole", -i);
                writer.Set("big", (long)i << 33);
                writer.Set("truth", i % 2 == 0);
                writer.Set("text", i % 3 == 0 ? null : $"row {i}");
                writer.EndRow();
            }
        });
        Assert.Equal(5000, session.QuerySingle(
            """
            SELECT count(*) FROM every
            WHERE tiny = id % 256 - 128 AND small = id % 65536 - 32768 AND whole = -id AND big = id << 33
              AND truth = (id % 2 = 0) AND text IS NOT DISTINCT FROM CASE WHEN id % 3 = 0 THEN NULL ELSE 'row ' || id END
              AND real IS NULL AND at_time IS NULL AND list IS NULL AND counted = 7
            """,
            r => r.Long(0)));
    }

    [Theory]
    [InlineData("tiny", 128)]
    [InlineData("tiny", -129)]
    [InlineData("small", 32_768)]
    [InlineData("whole", 2_147_483_648)]
    [InlineData("whole", -2_147_483_649)]
    public void Number_beyond_its_column_is_refused(string column, long value)
    {
        var error = Assert.Throws<OverflowException>(() => Write(writer => writer.Set(column, value)));
        Assert.Contains($"every.{column}", error.Message);
    }

    [Fact]
    public void Value_of_another_type_is_refused()
    {
        Write(writer =>
        {
            Assert.Throws<ArgumentException>(() => writer.Set("text", 1));
            Assert.Throws<ArgumentException>(() => writer.Set("id", 1.5));
            Assert.Throws<ArgumentException>(() => writer.Set("id", "1"));
            Assert.Throws<ArgumentException>(() => writer.Set("whole", true));
            Assert.Throws<ArgumentException>(() => writer.Set("day", new DateTime(2026, 1, 1)));
            Assert.Throws<ArgumentException>(() => writer.Set("at_time", new DateOnly(2026, 1, 1)));
            Assert.Throws<ArgumentException>(() => writer.Set("at_time", new TimeOnly(1, 1)));
            Assert.Throws<ArgumentException>(() => writer.Set("list", "P01"));
            Assert.Throws<ArgumentException>(() => writer.Set("at_time", DateTime.SpecifyKind(new DateTime(2026, 1, 1), DateTimeKind.Local)));
            Assert.Throws<ArgumentException>(() => writer.Set("no_such", 1));
        });
        Assert.Equal(0, Count());
    }

    [Fact]
    public void Missing_or_null_in_a_not_null_column_is_refused_before_the_row_is_written()
    {
        Write(writer =>
        {
            Assert.Throws<ArgumentException>(() => writer.SetNull("id"));
            writer.Set("text", "no id");
            Assert.Throws<InvalidOperationException>(writer.EndRow);
            writer.ClearRow();
            writer.Set("id", 2);
            writer.EndRow();
        });
        Assert.Null(session.QuerySingle("SELECT text FROM every", r => r.TextOrNull(0)));
    }

    [Fact]
    public void Whole_number_goes_into_a_real_column_exactly()
    {
        Write(writer =>
        {
            writer.Set("id", 1);
            writer.Set("real", 41);
            writer.EndRow();
        });
        Assert.Equal(41.0, session.QuerySingle("SELECT real FROM every", r => r.Double(0)));
    }

    [Fact]
    public void Writer_that_was_not_completed_makes_the_transaction_fail()
    {
        Assert.Throws<InvalidOperationException>(() => session.InTransaction(() =>
        {
            using var writer = session.Append("every");
            writer.Set("id", 1);
            writer.EndRow();
        }));
        Assert.Equal(0, Count());
    }

    [Fact]
    public void Rows_of_a_transaction_that_throws_are_gone_even_those_flushed()
    {
        Assert.Throws<InvalidDataException>(() => session.InTransaction(() =>
        {
            using var writer = session.Append("every");
            for (var i = 0; i < 300_000; i++)
            {
                writer.Set(0, i);
                writer.EndRow();
            }

            throw new InvalidDataException();
        }));
        Assert.Equal(0, Count());
    }

    [Fact]
    public void Appending_outside_a_transaction_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => session.Append("every"));

    [Fact]
    public void Unknown_table_is_refused_by_name()
    {
        var error = Assert.Throws<WarehouseException>(() => session.InTransaction(() => session.Append("revue")));
        Assert.Contains("'revue'", error.Message);
    }

    [Fact]
    public void Rule_of_the_table_that_a_row_breaks_is_named()
    {
        session.Execute("CREATE TABLE ruled (level TINYINT NOT NULL CHECK (level BETWEEN 1 AND 5))");
        var error = Assert.Throws<WarehouseException>(() => session.InTransaction(() =>
        {
            using var writer = session.Append("ruled");
            writer.Set("level", 6);
            writer.EndRow();
            writer.Complete();
        }));
        Assert.Contains("CHECK", error.Message);
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM ruled", r => r.Int(0)));
    }

    [Fact]
    public void Two_sessions_append_to_one_table_at_the_same_time()
    {
        Parallel.For(0, 2, part =>
        {
            using var own = warehouse.OpenSession();
            own.InTransaction(() =>
            {
                using var writer = own.Append("every");
                for (var i = 0; i < 100_000; i++)
                {
                    writer.Set(0, (part * 100_000) + i);
                    writer.EndRow();
                }

                writer.Complete();
            });
        });
        Assert.Equal((200_000, 199_999), session.QuerySingle("SELECT count(DISTINCT id), max(id) FROM every", r => (r.Int(0), r.Int(1))));
    }

    private long Count() => session.QuerySingle("SELECT count(*) FROM every", r => r.Long(0));

    private void Write(Action<ColumnWriter> rows) => session.InTransaction(() =>
    {
        using var writer = session.Append("every");
        rows(writer);
        writer.Complete();
    });
}

using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder folder = new();
    private string Data => folder.File("data");
    private string Copies => folder.File("copies");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Copy_put_back_brings_back_that_moment_and_keeps_what_was_there()
    {
        string copy;
        using (var warehouse = Open())
        {
            Add(warehouse, 100);
            copy = WarehouseBackup.Create(warehouse, Copies);
            Add(warehouse, 23);
        }

        var kept = WarehouseBackup.Restore(copy, Data, TimeProvider.System)!;
        using (var warehouse = Open())
        {
            Assert.Equal(100, Count(warehouse));
            using var session = warehouse.OpenSession();
            Assert.ThrowsAny<Exception>(() => session.Execute("UPDATE review SET level = 6"));
            Assert.Equal("hash", session.QueryFirstOrDefault("SELECT person_hash FROM review", r => r.Text(0)));
        }

        File.Move(kept, Directory.CreateDirectory(folder.File("other")).FullName + "/warehouse.duckdb");
        using var other = DataWarehouse.Open(folder.File("other"), TimeProvider.System);
        Assert.Equal(123, Count(other));
    }

    [Fact]
    public async Task Copy_made_while_others_append_holds_whole_transactions_only()
    {
        using var warehouse = Open();
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Add(warehouse, 100);
        });
        var copies = Enumerable.Range(0, 3).Select(_ => WarehouseBackup.Create(warehouse, Copies)).ToList();
        await stop.CancelAsync();
        await writer;
        foreach (var copy in copies)
        {
            Assert.False(File.Exists(copy + ".wal"));
            using var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={copy};access_mode=READ_ONLY");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) % 100 FROM review";
            Assert.Equal(0L, command.ExecuteScalar());
        }

        Assert.Equal(3, Directory.GetFileSystemEntries(Copies).Length);
    }

    [Fact]
    public void Restoring_over_an_open_warehouse_is_refused()
    {
        using var warehouse = Open();
        var copy = WarehouseBackup.Create(warehouse, Copies);
        Assert.Throws<WarehouseHeldException>(() => WarehouseBackup.Restore(copy, Data, TimeProvider.System));
    }

    [Fact]
    public void Log_of_a_killed_owner_is_not_replayed_into_the_restored_file()
    {
        string copy;
        using (var warehouse = Open())
            copy = WarehouseBackup.Create(warehouse, Copies);
        using (var child = new Child("append", Data))
        {
            child.LineThatBegins("committed 2");
            child.Kill();
        }

        Assert.True(File.Exists(Path.Combine(Data, "warehouse.duckdb.wal")));
        var kept = WarehouseBackup.Restore(copy, Data, TimeProvider.System)!;
        using (var warehouse = Open())
        using (var session = warehouse.OpenSession())
            Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM review_tag", r => r.Int(0)));
        Assert.True(File.Exists(kept + ".wal"));
    }

    [Fact]
    public void File_that_is_no_warehouse_is_refused_and_the_present_one_stays()
    {
        using (var warehouse = Open())
            Add(warehouse, 5);
        File.WriteAllText(folder.File("junk.duckdb"), new string('x', 9000));
        Assert.Throws<WarehouseException>(() => WarehouseBackup.Restore(folder.File("junk.duckdb"), Data, TimeProvider.System));
        Assert.Throws<WarehouseException>(() => WarehouseBackup.Restore(folder.File("absent.duckdb"), Data, TimeProvider.System));
        using var again = Open();
        Assert.Equal(5, Count(again));
    }

    private static long Count(DataWarehouse warehouse)
    {
        using var session = warehouse.OpenSession();
        return session.QuerySingle("SELECT count(*) FROM review", r => r.Long(0));
    }

    private static void Add(DataWarehouse warehouse, int rows)
    {
        using var session = warehouse.OpenSession();
        session.InTransaction(() => session.Execute(
            """
            INSERT INTO review (source, review_no, channel, level, is_default, is_named, reviewed_at, person_hash, batch_id, line_no)
            SELECT 'test', 'R' || range, 'QR', range % 5 + 1, false, true, TIMESTAMP '2026-01-01', 'hash', 1, range FROM range($rows::BIGINT)
            """,
            new() { ["rows"] = rows }));
    }

    private DataWarehouse Open() => DataWarehouse.Open(Data, TimeProvider.System);
}

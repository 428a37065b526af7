using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class ServingTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataWarehouse warehouse;

    public ServingTests() => warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Snapshot_holds_the_facts_as_of_publishing()
    {
        AddReviews(1000);
        var snapshot = ServingFile.Publish(warehouse);
        AddReviews(500);
        using var reader = ServingReader.Open(folder.Path);
        using var session = reader.OpenSession();
        Assert.Equal(1000, session.QuerySingle("SELECT count(*) FROM review", r => r.Int(0)));
        Assert.Equal(1000, snapshot.Rows["review"]);
        Assert.Equivalent(snapshot, reader.Snapshot);
    }

    [Fact]
    public void Reader_keeps_its_snapshot_while_newer_ones_are_published_and_its_own_is_removed()
    {
        AddReviews(1000);
        ServingFile.Publish(warehouse);
        using var old = ServingReader.Open(folder.Path);
        using var session = old.OpenSession();
        using var stream = session.QueryStream("SELECT review_no FROM review", r => r.Text(0)).GetEnumerator();
        stream.MoveNext();
        for (var i = 0; i < 4; i++)
        {
            AddReviews(1);
            ServingFile.Publish(warehouse, options: new() { Keep = 2 });
        }

        Assert.False(File.Exists(old.Snapshot.Path));
        var seen = 1;
        while (stream.MoveNext())
            seen++;
        Assert.Equal(1000, seen);
        Assert.Equal(1000, session.QuerySingle("SELECT count(*) FROM review", r => r.Int(0)));
        using var newer = ServingReader.Open(folder.Path);
        Assert.Equal(1004, newer.Snapshot.Rows["review"]);
    }

    [Fact]
    public void No_personal_column_reaches_the_serving_file_and_every_other_does()
    {
        ServingFile.Publish(warehouse);
        string[] leftOut =
        [
            "review.name_hash", "review.person_hash", "review.phone_hash", "ticket.person_hash", "visit.person_hash",
            "quarantine.raw_masked", "text_label.decided_by",
        ];
        const string columns = "SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND database_name = current_database()";
        using var owner = warehouse.OpenSession();
        using var reader = ServingReader.Open(folder.Path);
        using var session = reader.OpenSession();
        var inWarehouse = owner.Query(columns, r => r.Text(0)).Where(c => c.Split('.')[0] is not ("schema_version" or "mirror_position" or "ticket_history"));
        var published = session.Query(columns, r => r.Text(0)).Where(c => c.Split('.')[0] is not ("snapshot" or "snapshot_table"));
        Assert.Equal(inWarehouse.Except(leftOut).Order(), published.Order());
    }

    [Fact]
    public void Every_table_and_column_says_what_it_is()
    {
        ServingFile.Publish(warehouse);
        using var reader = ServingReader.Open(folder.Path);
        using var session = reader.OpenSession();
        Assert.Empty(session.Query("SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL", r => r.Text(0)));
        Assert.Empty(session.Query("SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL", r => r.Text(0)));
    }

    [Fact]
    public void Views_and_macros_of_other_rooms_work_in_it_under_the_stable_name()
    {
        AddReviews(10);
        ServingFile.Publish(warehouse, [
            new("bad.sql", "CREATE VIEW bad_review AS SELECT * FROM review WHERE level <= 2; COMMENT ON VIEW bad_review IS '差评';"),
            new("share.sql", "CREATE MACRO bad_share(n) AS TABLE SELECT (SELECT count(*) FROM bad_review) / count(*) * n AS share FROM review;")]);
        using var reader = ServingReader.Open(folder.Path);
        using var session = reader.OpenSession();
        Assert.Equal(40, session.QuerySingle("SELECT share FROM bad_share(100)", r => r.Double(0)));
        using var plain = new DuckDB.NET.Data.DuckDBConnection($"Data Source={warehouse.Folder.ServingLink};access_mode=READ_ONLY");
        plain.Open();
        using var command = plain.CreateCommand();
        command.CommandText = "SELECT count(*) FROM bad_review";
        Assert.Equal(4L, command.ExecuteScalar());
    }

    [Fact]
    public void Script_that_fails_leaves_the_old_snapshot_and_no_rest()
    {
        var first = ServingFile.Publish(warehouse);
        var error = Assert.Throws<WarehouseException>(() => ServingFile.Publish(warehouse, [new("wrong.sql", "CREATE VIEW w AS SELECT no_such FROM review")]));
        Assert.Contains("wrong.sql", error.Message);
        Assert.Equal(first.Path, ServingFile.CurrentFile(folder.Path));
        Assert.Equal([Path.GetFileName(first.Path), "quality.duckdb"], Directory.GetFileSystemEntries(warehouse.Folder.ServingFolder).Select(Path.GetFileName).Order());
        ServingFile.Publish(warehouse);
    }

    [Fact]
    public void Snapshot_is_read_only_without_a_log_and_old_ones_go()
    {
        for (var i = 0; i < 4; i++)
            ServingFile.Publish(warehouse, options: new() { Keep = 3 });
        var left = Directory.GetFileSystemEntries(warehouse.Folder.ServingFolder).Select(f => Path.GetFileName(f)!).ToList();
        Assert.Equal(4, left.Count);
        Assert.DoesNotContain(left, name => name.EndsWith(".wal", StringComparison.Ordinal) || name.Contains("making"));
        Assert.True(File.GetAttributes(ServingFile.CurrentFile(folder.Path)!).HasFlag(FileAttributes.ReadOnly));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(ServingFile.CurrentFile(folder.Path)!) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
    }

    [Fact]
    public void Snapshot_that_a_report_names_stays()
    {
        var named = ServingFile.Publish(warehouse);
        for (var i = 0; i < 4; i++)
            ServingFile.Publish(warehouse, options: new() { Keep = 2, KeepNames = new HashSet<string> { named.Name } });
        Assert.True(File.Exists(named.Path));
        Assert.Equal(3, Directory.GetFiles(warehouse.Folder.ServingFolder, "quality-*").Length);
    }

    [Fact]
    public async Task Publishing_while_others_append_copies_whole_transactions_only()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                AddReviews(100);
        });
        for (var i = 0; i < 5; i++)
            Assert.Equal(0, ServingFile.Publish(warehouse).Rows["review"] % 100);
        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void Reading_before_anything_is_published_says_what_to_do()
    {
        var error = Assert.Throws<WarehouseException>(() => ServingReader.Open(folder.Path));
        Assert.Contains("qi publish", error.Message);
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('{0}')")]
    [InlineData("SELECT * FROM read_text('{0}')")]
    [InlineData("SELECT * FROM '{0}'")]
    [InlineData("COPY (SELECT 1) TO '{0}.out'")]
    [InlineData("EXPORT DATABASE '{0}.out'")]
    [InlineData("ATTACH '{0}.db' AS other")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET GLOBAL memory_limit = '100GB'")]
    [InlineData("RESET lock_configuration")]
    [InlineData("LOAD '{0}'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("DELETE FROM review")]
    [InlineData("CREATE TABLE quality.t AS SELECT 1")]
    [InlineData("SELECT * FROM enable_profiling(save_location := '{0}.out')")]
    [InlineData("PRAGMA profiling_output='{0}.out'")]
    public void DuckDB_itself_refuses_a_readers_session_to_reach_out_or_to_change_anything(string statement)
    {
        ServingFile.Publish(warehouse);
        var outside = folder.File("outside.csv");
        File.WriteAllText(outside, "a\n1\n");
        using var reader = ServingReader.Open(folder.Path);
        using var session = reader.OpenSession();
        Assert.Throws<DuckDB.NET.Data.DuckDBException>(() => session.Execute(string.Format(null, statement, outside)));
        Assert.Equal([outside], Directory.GetFileSystemEntries(folder.Path, "outside*"));
    }

    [Fact]
    public void Sessions_of_one_reader_work_on_several_threads()
    {
        AddReviews(10_000);
        ServingFile.Publish(warehouse);
        using var reader = ServingReader.Open(folder.Path);
        Parallel.For(0, 8, _ =>
        {
            using var session = reader.OpenSession();
            for (var i = 0; i < 20; i++)
                Assert.Equal(10_000, session.QuerySingle("SELECT count(DISTINCT review_no) FROM review", r => r.Int(0)));
        });
    }

    private int next;

    private void AddReviews(int count)
    {
        using var session = warehouse.OpenSession();
        session.InTransaction(() =>
        {
            using var writer = session.Append("review");
            for (var i = 0; i < count; i++)
            {
                var n = next++;
                writer.Set("source", "test");
                writer.Set("review_no", $"R{n}");
                writer.Set("channel", "QR");
                writer.Set("level", (n % 5) + 1);
                writer.Set("is_default", false);
                writer.Set("is_named", true);
                writer.Set("reviewed_at", new DateTime(2026, 1, 1).AddMinutes(n));
                writer.Set("person_hash", "secret");
                writer.Set("batch_id", 1);
                writer.Set("line_no", n + 2);
                writer.EndRow();
            }

            writer.Complete();
        });
    }
}

using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class MigrationTests : IDisposable
{
    private static readonly Migration[] First = [new(1, "0001_first.sql", "CREATE TABLE review (level TINYINT); INSERT INTO review VALUES (5);")];
    private static readonly Migration[] Both = [.. First, new(2, "0002_second.sql", "ALTER TABLE review ADD COLUMN channel TEXT; UPDATE review SET channel = 'QR';")];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void File_of_an_earlier_version_is_upgraded_with_its_rows()
    {
        Assert.Equal(1, Version(First));
        Assert.Equal(2, Version(Both));
        using var warehouse = Open(Both);
        using var session = warehouse.OpenSession();
        Assert.Equal((5, "QR"), session.QuerySingle("SELECT level, channel FROM review", r => (r.Int(0), r.Text(1))));
        Assert.Equal(2, session.QuerySingle("SELECT count(*) FROM schema_version", r => r.Int(0)));
    }

    [Fact]
    public void Step_that_was_changed_after_it_was_applied_is_refused_by_name()
    {
        Version(First);
        var error = Assert.Throws<WarehouseException>(() => Open([new(1, "0001_first.sql", "CREATE TABLE review (level INTEGER);")]));
        Assert.Contains("0001_first.sql", error.Message);
        Assert.Equal(1, Version(First));
    }

    [Fact]
    public void File_of_a_later_program_is_refused()
    {
        Version(Both);
        var error = Assert.Throws<WarehouseException>(() => Open(First));
        Assert.Contains("later version", error.Message);
        // Nothing stays open, so another process can have the file.
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(folder.File("warehouse.duckdb"), Directory.GetFiles("/proc/self/fd").Select(fd => new FileInfo(fd).LinkTarget));
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
    }

    [Fact]
    public void Step_that_fails_leaves_nothing_of_itself()
    {
        Version(First);
        Assert.ThrowsAny<Exception>(() => Open([.. First, new(2, "0002_bad.sql", "CREATE TABLE half (n INTEGER); SELECT * FROM no_such;")]));
        using var warehouse = Open(First);
        using var session = warehouse.OpenSession();
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'", r => r.Int(0)));
        Assert.Equal(1, session.QuerySingle("SELECT count(*) FROM schema_version", r => r.Int(0)));
    }

    [Fact]
    public void Line_endings_of_a_checkout_make_no_difference() =>
        Assert.DoesNotContain(Migrations.Embedded, step => step.Script.Contains('\r', StringComparison.Ordinal));

    [Fact]
    public void Steps_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Migrations.Embedded.Count), Migrations.Embedded.Select(step => step.Number));

    [Fact]
    public void Schema_has_no_index_that_a_crash_could_break_and_no_foreign_key()
    {
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using var session = warehouse.OpenSession();
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM duckdb_indexes()", r => r.Int(0)));
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM duckdb_constraints() WHERE constraint_type IN ('FOREIGN KEY', 'PRIMARY KEY', 'UNIQUE')", r => r.Int(0)));
    }

    [Fact]
    public void Every_column_of_the_schema_can_be_written()
    {
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using var session = warehouse.OpenSession();
        var tables = session.Query("SELECT table_name FROM duckdb_tables() WHERE NOT internal", r => r.Text(0));
        Assert.True(tables.Count >= 22);
        foreach (var table in tables)
        {
            session.InTransaction(() =>
            {
                using var writer = session.Append(table);
                writer.Complete();
            });
        }
    }

    [Fact]
    public void National_tags_stand_by_their_own_rule()
    {
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using var session = warehouse.OpenSession();
        var tags = session.Query(
            "SELECT version, code, level, is_base, is_active, problems FROM tag WHERE dict = 'national'",
            r => (Version: r.Int(0), Code: r.Text(1), Level: r.Int(2), IsBase: r.Bool(3), IsActive: r.Bool(4), Problems: r.TextList(5)));
        Assert.All(tags, tag => Assert.Equal(tag.Code[0] - '0', tag.Level));
        Assert.All(tags, tag => Assert.Equal(tag.Version == 2, tag.IsActive));
        Assert.All(tags.Where(tag => tag.Level >= 3), tag => Assert.Empty(tag.Problems));
        Assert.All(tags.Where(tag => tag.Version == 2 && tag.Level <= 2), tag => Assert.NotEmpty(tag.Problems));
        Assert.Equal(tags.Count, tags.Select(tag => tag.Code).Distinct().Count());
        var current = tags.Where(tag => tag.Version == 2).ToList();
        Assert.Equal([8, 8, 8, 8, 8], current.GroupBy(tag => tag.Level).Select(level => level.Count()));
        Assert.All(current.GroupBy(tag => tag.Level), level => Assert.Equal(3, level.Count(tag => tag.IsBase)));
        Assert.Equal(["P01", "P09"], tags.Single(tag => tag.Code == "115").Problems);
    }

    private int Version(IReadOnlyList<Migration> steps)
    {
        using var warehouse = Open(steps);
        return warehouse.SchemaVersion;
    }

    private DataWarehouse Open(IReadOnlyList<Migration> steps) => DataWarehouse.Open(folder.Path, TimeProvider.System, new(), steps);
}

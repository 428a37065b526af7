using System.Diagnostics;
using System.Text.Json;
using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

public sealed class OwnerTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Second_process_is_refused_with_who_holds_it_and_what_to_open_instead()
    {
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System, new() { Program = "qi serve" });
        warehouse.AnnounceUrl("http://127.0.0.1:5080");
        using var child = new Child("hold", folder.Path);
        var said = child.Line()!;
        Assert.StartsWith("held:", said);
        Assert.Contains($"qi serve (process {Environment.ProcessId} on {Environment.MachineName}) since ", said);
        Assert.Contains(Path.Combine(folder.Path, "serving", "quality.duckdb"), said);
        Assert.Contains("http://127.0.0.1:5080", said);
        Assert.Equal(1, child.End());
    }

    [Fact]
    public void Opening_twice_in_one_process_is_refused_too_and_closing_frees_it()
    {
        using (DataWarehouse.Open(folder.Path, TimeProvider.System))
            Assert.Throws<WarehouseHeldException>(() => DataWarehouse.Open(folder.Path, TimeProvider.System));
        using var again = DataWarehouse.Open(folder.Path, TimeProvider.System);
    }

    [Fact]
    public void Owner_in_another_process_can_be_asked_for()
    {
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
        using var child = new Child("hold", folder.Path, "http://127.0.0.1:9");
        child.LineThatBegins("ready");
        var owner = DataWarehouse.CurrentOwner(folder.Path)!;
        Assert.Equal((child.Id, "child", "http://127.0.0.1:9"), (owner.ProcessId, owner.Program, owner.Url));
        var error = Assert.Throws<WarehouseHeldException>(() => DataWarehouse.Open(folder.Path, TimeProvider.System));
        Assert.Equal(owner, error.Owner);
        Assert.Equal(0, child.End());
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
    }

    [Fact]
    public void Killed_owner_leaves_a_file_that_opens_at_once()
    {
        using (var child = new Child("hold", folder.Path))
        {
            child.LineThatBegins("ready");
            child.Kill();
        }

        Assert.True(File.Exists(folder.File("owner.json")));
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        Assert.Equal(Environment.ProcessId, DataWarehouse.CurrentOwner(folder.Path)!.ProcessId);
    }

    [Fact]
    public void Owner_file_that_makes_no_sense_is_no_obstacle()
    {
        File.WriteAllText(folder.File("owner.json"), "{ half");
        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("owner.json")));
        Assert.Equal(Environment.ProcessId, json.RootElement.GetProperty("processId").GetInt32());
    }

    [Fact]
    public void Foreign_program_that_holds_the_file_is_named_as_such()
    {
        using (DataWarehouse.Open(folder.Path, TimeProvider.System))
        {
        }

        // DuckDB's own lock, taken by a process that knows nothing of owner.lock.
        using var child = new Child("hold", Directory.CreateDirectory(folder.File("other")).FullName);
        child.LineThatBegins("ready");
        File.Move(folder.File("warehouse.duckdb"), folder.File("kept"));
        File.CreateSymbolicLink(folder.File("warehouse.duckdb"), folder.File("other", "warehouse.duckdb"));
        var error = Assert.Throws<WarehouseHeldException>(() => DataWarehouse.Open(folder.Path, TimeProvider.System));
        Assert.Contains("not QualityInsight", error.Message);
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
    }

    [Fact]
    public void Data_folder_that_cannot_be_made_is_refused_with_its_name()
    {
        File.WriteAllText(folder.File("plain"), "");
        var error = Assert.Throws<WarehouseException>(() => DataWarehouse.Open(folder.File("plain", "data"), TimeProvider.System));
        Assert.Contains(folder.File("plain", "data"), error.Message);
    }

    [Fact]
    public void File_that_is_no_database_is_refused_with_its_name()
    {
        File.WriteAllText(folder.File("warehouse.duckdb"), new string('x', 5000));
        var error = Assert.Throws<WarehouseException>(() => DataWarehouse.Open(folder.Path, TimeProvider.System));
        Assert.Contains("warehouse.duckdb", error.Message);
        Assert.Null(DataWarehouse.CurrentOwner(folder.Path));
    }

    [Fact]
    public async Task Closing_interrupts_a_session_that_still_works_and_then_frees_the_file()
    {
        var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        var started = new TaskCompletionSource();
        var work = Task.Run(() =>
        {
            using var session = warehouse.OpenSession();
            started.SetResult();
            session.QuerySingle("SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7", r => r.Long(0));
        });
        await started.Task;
        await Task.Delay(100);
        var waited = Stopwatch.StartNew();
        warehouse.Dispose();
        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(9), $"{waited.Elapsed}");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        using var again = DataWarehouse.Open(folder.Path, TimeProvider.System);
        Assert.Throws<ObjectDisposedException>(warehouse.OpenSession);
    }

    [Fact]
    public void Clean_close_leaves_no_log()
    {
        using (var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System))
        {
            using var session = warehouse.OpenSession();
            session.Execute("INSERT INTO mirror_position VALUES ('x', 1)");
        }

        Assert.False(File.Exists(folder.File("warehouse.duckdb.wal")));
        Assert.False(File.Exists(folder.File("owner.json")));
    }
}

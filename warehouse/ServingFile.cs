using System.Globalization;
using System.Reflection;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// Publishes the serving file (服务库): what readers open while the owner goes on writing. Facts without personal data,
/// dimensions, findings, case events, lineage, and the views that other rooms give. A new file is made aside, checked,
/// made read-only and only then becomes what the stable name <c>serving/quality.duckdb</c> (a link) points to, so a
/// crash at any moment leaves the old one. No snapshot's name is ever used twice: a stale log beside a reused name would
/// be replayed into it.
/// </summary>
public static class ServingFile
{
    private const string Making = ".making";
    private const string Prefix = "quality-";
    private const string Suffix = ".duckdb";

    /// <summary>Publishes a snapshot of the warehouse as it is now. One at a time; a second caller waits.</summary>
    /// <param name="warehouse">The owner.</param>
    /// <param name="scripts">Views and macros to make inside it, in order.</param>
    /// <param name="options">How many snapshots stay.</param>
    /// <param name="progress">Told the name of each table and script as it is done.</param>
    /// <param name="cancel">Stops it; the old snapshot stays.</param>
    /// <returns>The new snapshot, already under the stable name.</returns>
    /// <exception cref="WarehouseException">A script failed, or the new file is not what it should be; the old one stays.</exception>
    public static ServingSnapshot Publish(
        DataWarehouse warehouse,
        IReadOnlyList<ServingScript>? scripts = null,
        ServingOptions? options = null,
        IProgress<string>? progress = null,
        CancellationToken cancel = default)
    {
        lock (warehouse.PublishGate)
        {
            var folder = warehouse.Folder;
            RemoveUnfinished(folder);
            var (name, made) = UnusedName(folder, warehouse.Time.GetUtcNow());
            var file = Path.Combine(folder.ServingFolder, name + Suffix);
            var aside = file + Making;
            try
            {
                var rows = Make(warehouse, aside, name, made, scripts ?? [], progress, cancel);
                Check(aside, rows);
                Posix.SyncFile(aside);
                Posix.MakeReadOnly(aside);
                File.Move(aside, file);
                Posix.SyncFolder(folder.ServingFolder);
                SwitchLink(folder, file);
                RemoveOld(folder, options ?? new(), name);
                return new(name, file, made, warehouse.SchemaVersion, rows);
            }
            catch
            {
                RemoveUnfinished(folder);
                throw;
            }
        }
    }

    /// <summary>The file that the stable name points to now; null where nothing has been published.</summary>
    public static string? CurrentFile(string dataFolder)
    {
        var link = new DataFolder(Path.GetFullPath(dataFolder)).ServingLink;
        return File.Exists(link) ? File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link : null;
    }

    /// <summary>Removes the oldest snapshots beyond a number (at least two stay, and the one that readers open); returns how many.</summary>
    public static int RemoveBeyond(string dataFolder, int keep)
    {
        var folder = new DataFolder(Path.GetFullPath(dataFolder));
        if (CurrentFile(dataFolder) is not { } current)
            return 0;
        int Snapshots() => Directory.EnumerateFiles(folder.ServingFolder, $"{Prefix}*{Suffix}").Count();
        var before = Snapshots();
        RemoveOld(folder, new() { Keep = keep }, Path.GetFileNameWithoutExtension(current));
        return before - Snapshots();
    }

    /// <summary>The tables a serving file has copies of.</summary>
    internal static IReadOnlyList<string> Tables { get; } =
        [.. Sql.Names(typeof(ServingFile).Assembly, "serving").Select(resource => resource.Split('.')[^2])];

    private static SortedDictionary<string, long> Make(
        DataWarehouse warehouse, string aside, string name, DateTimeOffset made, IReadOnlyList<ServingScript> scripts, IProgress<string>? progress, CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        session.Execute($"ATTACH {SqlText.Literal(aside)} AS serving", cancel: cancel);
        try
        {
            // One transaction: every table is copied as of the same moment.
            var rows = session.InTransaction(() =>
            {
                var copied = Tables.ToDictionary(table => table, table => Copy(session, table, progress, cancel));
                Describe(session, name, made, warehouse.SchemaVersion, copied);
                return copied;
            });
            session.Execute("USE serving");
            foreach (var script in scripts)
                Run(session, script, progress, cancel);
            session.Execute("USE warehouse");
            AttachedFile.Checkpoint(session, "serving", cancel);
            return new(rows, StringComparer.Ordinal);
        }
        finally
        {
            session.Execute("USE warehouse");
            session.Execute("DETACH serving");
        }
    }

    private static long Copy(WarehouseSession session, string table, IProgress<string>? progress, CancellationToken cancel)
    {
        session.Execute(Sql.Load(typeof(ServingFile), $"serving/{table}.sql"), cancel: cancel);
        var source = AttachedFile.Count(session, table);
        var copy = AttachedFile.Count(session, $"serving.{table}");
        if (source != copy)
            throw new WarehouseException($"Table {table} has {source} rows, its copy in the serving file {copy}: nothing is published.");
        progress?.Report(table);
        return copy;
    }

    private static void Describe(WarehouseSession session, string name, DateTimeOffset made, int schemaVersion, Dictionary<string, long> rows)
    {
        session.Execute(Sql.Load(typeof(ServingFile), "sql/serving_snapshot.sql"));
        session.Execute(
            "INSERT INTO serving.snapshot VALUES ($name, $made_at, $schema_version, $program_version)",
            new()
            {
                ["name"] = name,
                ["made_at"] = made.UtcDateTime,
                ["schema_version"] = schemaVersion,
                ["program_version"] = typeof(ServingFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            });
        foreach (var (table, count) in rows)
            session.Execute("INSERT INTO serving.snapshot_table VALUES ($table, $count)", new() { ["table"] = table, ["count"] = count });
    }

    private static void Run(WarehouseSession session, ServingScript script, IProgress<string>? progress, CancellationToken cancel)
    {
        try
        {
            session.InTransaction(() => session.Execute(script.Sql, cancel: cancel));
        }
        catch (DuckDBException e)
        {
            throw new WarehouseException($"{script.Name} cannot be made in the serving file, nothing is published: {e.Message}", e);
        }

        progress?.Report(script.Name);
    }

    // Opened again as readers will: it must be whole by itself, without a log, and every view must bind.
    private static void Check(string aside, IReadOnlyDictionary<string, long> expected)
    {
        if (File.Exists(aside + ".wal"))
            throw new WarehouseException($"{aside} still has a log after its checkpoint: nothing is published.");
        var settings = ConnectionSettings.Common(aside, threads: null, memoryLimit: null);
        settings["access_mode"] = "READ_ONLY";
        using var session = new WarehouseSession(new DuckDBConnection(settings.ConnectionString), open: true);
        foreach (var (table, rows) in expected)
        {
            if (AttachedFile.Count(session, table) is var found && found != rows)
                throw new WarehouseException($"The new serving file has {found} rows in {table} instead of {rows}: nothing is published.");
        }

        foreach (var view in session.Query("SELECT view_name FROM duckdb_views() WHERE NOT internal", row => row.Text(0)))
            session.Query(Sql.Load(typeof(ServingFile), "sql/bind_view.sql"), _ => 0, new() { ["view"] = view });
    }

    private static void SwitchLink(DataFolder folder, string file)
    {
        var link = folder.ServingLink;
        var next = $"{link}.{Path.GetFileNameWithoutExtension(file)}{Making}";
        File.CreateSymbolicLink(next, Path.GetFileName(file));
        File.Move(next, link, overwrite: true);
        Posix.SyncFolder(folder.ServingFolder);
    }

    private static (string Name, DateTimeOffset Made) UnusedName(DataFolder folder, DateTimeOffset now)
    {
        var made = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        for (; ; made = made.AddMilliseconds(1))
        {
            var name = Prefix + made.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
            if (!Directory.EnumerateFiles(folder.ServingFolder, name + "*").Any())
                return (name, made);
        }
    }

    private static void RemoveUnfinished(DataFolder folder)
    {
        foreach (var left in Directory.EnumerateFileSystemEntries(folder.ServingFolder, $"*{Making}*"))
            File.Delete(left);
    }

    private static void RemoveOld(DataFolder folder, ServingOptions options, string newest)
    {
        var old = Directory.EnumerateFiles(folder.ServingFolder, $"{Prefix}*{Suffix}")
            .OrderDescending(StringComparer.Ordinal)
            .Where(file => Path.GetFileNameWithoutExtension(file) is var name && name != newest && !options.KeepNames.Contains(name))
            .Skip(Math.Max(options.Keep, 2) - 1);
        foreach (var file in old)
            File.Delete(file);
    }
}

using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>How a snapshot is opened for reading.</summary>
public sealed record ServingReaderOptions
{
    /// <summary>Threads its queries may use together; null leaves it to DuckDB.</summary>
    public int? Threads { get; init; }

    /// <summary>The most memory its queries take together.</summary>
    public string MemoryLimit { get; init; } = "2GB";

    /// <summary>Where queries put what does not fit into memory; null lets them fail instead.</summary>
    public string? TempFolder { get; init; }
}

/// <summary>
/// One snapshot opened for reading, in a DuckDB of its own: nothing can be written to it, no file, network or extension
/// can be reached, and the settings are locked. It keeps its snapshot however often a newer one is published; open a new
/// reader to see that. Sessions of it may work on several threads at once, each on its own.
/// </summary>
/// <remarks>
/// For SQL of our own (<c>.sql</c> files and what the program writes). SQL typed by people goes through
/// <see cref="SqlSandbox"/>, which also bounds what DuckDB's memory limit does not.
/// </remarks>
public sealed class ServingReader : IDisposable
{
    private readonly DuckDBConnection anchor;

    private ServingReader(DuckDBConnection anchor, ServingSnapshot snapshot) => (this.anchor, Snapshot) = (anchor, snapshot);

    /// <summary>What is read.</summary>
    public ServingSnapshot Snapshot { get; }

    /// <summary>Opens the latest snapshot of a data folder.</summary>
    /// <exception cref="WarehouseException">Nothing has been published there, or the file cannot be read.</exception>
    public static ServingReader Open(string dataFolder, ServingReaderOptions? options = null) =>
        ServingFile.CurrentFile(dataFolder) is { } file
            ? OpenFile(file, options)
            : throw new WarehouseException($"Nothing has been published in {new DataFolder(Path.GetFullPath(dataFolder)).ServingFolder} yet: run 'qi publish'.");

    /// <summary>Opens one snapshot by its file.</summary>
    /// <inheritdoc cref="Open"/>
    public static ServingReader OpenFile(string file, ServingReaderOptions? options = null)
    {
        var settings = ConnectionSettings.Common(":memory:", options?.Threads, (options ??= new()).MemoryLimit);
        var anchor = new DuckDBConnection(settings.ConnectionString);
        try
        {
            anchor.Open();
            using var session = new WarehouseSession(anchor.Duplicate(), open: true);
            session.Execute($"ATTACH {SqlText.Literal(Path.GetFullPath(file))} AS quality (READ_ONLY)");
            session.Execute("SET GLOBAL TimeZone = 'UTC'");
            session.Execute($"SET GLOBAL temp_directory = {SqlText.Literal(options.TempFolder ?? "")}");
            session.Execute(Sql.Load(typeof(ServingReader), "sql/sandbox.sql"));
            return new(anchor, Describe(session, file));
        }
        catch (DuckDBException e)
        {
            anchor.Dispose();
            throw new WarehouseException($"The serving file {file} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A new session whose unqualified names are those of the snapshot.</summary>
    public WarehouseSession OpenSession()
    {
        var session = new WarehouseSession(anchor.Duplicate(), open: true);
        session.Execute("USE quality");
        return session;
    }

    /// <inheritdoc />
    public void Dispose() => anchor.Dispose();

    private static ServingSnapshot Describe(WarehouseSession session, string file)
    {
        var rows = session.Query("SELECT table_name, row_count FROM quality.snapshot_table", row => (Table: row.Text(0), Rows: row.Long(1)));
        return session.QuerySingle(
            "SELECT name, made_at, schema_version FROM quality.snapshot",
            row => new ServingSnapshot(
                row.Text(0),
                Path.GetFullPath(file),
                new DateTimeOffset(row.Timestamp(1), TimeSpan.Zero),
                row.Int(2),
                new SortedDictionary<string, long>(rows.ToDictionary(pair => pair.Table, pair => pair.Rows), StringComparer.Ordinal)));
    }
}

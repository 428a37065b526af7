using System.Collections.Concurrent;
using System.Diagnostics;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// The warehouse (数据仓库): the one owner of <c>warehouse.duckdb</c> in a data folder. One process has it open; every
/// other reads the serving file. Sessions of it may work on several threads at once, each on its own.
/// </summary>
public sealed class DataWarehouse : IDisposable
{
    private readonly OwnerLock ownerLock;
    private readonly DuckDBConnection anchor;
    private readonly string connectionString;
    private readonly WarehouseOptions options;
    private readonly ConcurrentDictionary<WarehouseSession, byte> sessions = new();
    private readonly Lock opening = new();
    private bool closing;

    private DataWarehouse(DataFolder folder, TimeProvider time, WarehouseOptions options, OwnerLock ownerLock, IReadOnlyList<Migration> steps)
    {
        (Folder, Time, this.options, this.ownerLock) = (folder, time, options, ownerLock);
        connectionString = ConnectionSettings.Owner(folder, options);
        anchor = OpenAnchor();
        try
        {
            using var session = OpenSession();
            session.Execute("SET GLOBAL TimeZone = 'UTC'");
            SchemaVersion = Migrations.Apply(session, steps, time);
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    /// <summary>Where its files lie.</summary>
    public DataFolder Folder { get; }

    /// <summary>The number of the last schema step.</summary>
    public int SchemaVersion { get; }

    internal TimeProvider Time { get; }

    /// <summary>Held while a snapshot is made.</summary>
    internal Lock PublishGate { get; } = new();

    /// <summary>Opens the warehouse of a folder, making or upgrading it as needed.</summary>
    /// <param name="dataFolder">The data folder; made if it is not there.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Threads, memory and so on.</param>
    /// <exception cref="WarehouseHeldException">Another process has it open.</exception>
    /// <exception cref="WarehouseException">The folder cannot be used, or the file is of a later program.</exception>
    public static DataWarehouse Open(string dataFolder, TimeProvider time, WarehouseOptions? options = null) =>
        Open(dataFolder, time, options ?? new(), Migrations.Embedded);

    /// <summary>Who has a folder's warehouse open now; null where nobody has.</summary>
    public static WarehouseOwner? CurrentOwner(string dataFolder) => OwnerLock.Current(new(Path.GetFullPath(dataFolder)));

    internal static DataWarehouse Open(string dataFolder, TimeProvider time, WarehouseOptions options, IReadOnlyList<Migration> steps)
    {
        var folder = DataFolder.At(dataFolder);
        var held = OwnerLock.Take(folder, time, options.Program);
        try
        {
            return new(folder, time, options, held, steps);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>A new session. Sessions are cheap: take one for a piece of work and dispose it.</summary>
    public WarehouseSession OpenSession()
    {
        lock (opening)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            var connection = new DuckDBConnection(connectionString);
            connection.Open();
            var session = new WarehouseSession(connection, closed => sessions.TryRemove(closed, out _));
            sessions.TryAdd(session, 0);
            return session;
        }
    }

    /// <summary>Says in <c>owner.json</c> where this process's local API answers, so that commands can go through it.</summary>
    public void AnnounceUrl(string url) => ownerLock.Announce(url);

    /// <summary>Writes all that is in the log into the file itself, as soon as nobody else is writing.</summary>
    public void Checkpoint()
    {
        using var session = OpenSession();
        AttachedFile.Checkpoint(session, "warehouse", CancellationToken.None);
    }

    /// <summary>
    /// Closes the file cleanly, after a checkpoint. Sessions that still work are interrupted and waited for; one that
    /// does not end in time keeps the file, and the lock on it, until the process ends.
    /// </summary>
    public void Dispose()
    {
        lock (opening)
        {
            if (closing)
                return;
            closing = true;
        }

        if (!SessionsEnd())
            return;
        try
        {
            using var command = anchor.CreateCommand();
            command.CommandText = "CHECKPOINT";
            command.ExecuteNonQuery();
        }
        finally
        {
            anchor.Dispose();
            ownerLock.Dispose();
        }
    }

    private DuckDBConnection OpenAnchor()
    {
        var connection = new DuckDBConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (DuckDBException e)
        {
            connection.Dispose();
            if (e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
                throw new WarehouseHeldException($"{Folder.WarehouseFile} is held by a program that is not QualityInsight: {e.Message} To read, open {Folder.ServingLink} instead.", null);
            throw new WarehouseException($"{Folder.WarehouseFile} cannot be opened: {e.Message}", e);
        }
    }

    private bool SessionsEnd()
    {
        var waited = Stopwatch.StartNew();
        while (!sessions.IsEmpty && waited.Elapsed < options.CloseTimeout)
        {
            foreach (var session in sessions.Keys)
                session.Interrupt();
            Thread.Sleep(20);
        }

        return sessions.IsEmpty;
    }
}

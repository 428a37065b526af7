using System.Globalization;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// Consistent copies of the warehouse (备份), made while it works, and putting one back. The live file is never copied by
/// file operations: under load such a copy is torn, and the owner would lose its lock.
/// </summary>
public static class WarehouseBackup
{
    private const string Making = ".making";

    /// <summary>Copies everything, as of one moment, into a new file <c>warehouse-&lt;utc&gt;.duckdb</c>. Nobody waits for it.</summary>
    /// <param name="warehouse">The owner.</param>
    /// <param name="folder">Where the copy goes; best on another disk.</param>
    /// <param name="cancel">Stops it; nothing is left.</param>
    /// <returns>The copy's path.</returns>
    /// <exception cref="WarehouseException">The folder cannot be used, or the copy is not whole.</exception>
    public static string Create(DataWarehouse warehouse, string folder, CancellationToken cancel = default)
    {
        lock (warehouse.PublishGate)
        {
            var file = Path.Combine(Path.GetFullPath(folder), $"warehouse-{Stamp(warehouse.Time)}.duckdb");
            var aside = file + Making;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                Copy(warehouse, aside, cancel);
                Posix.SyncFile(aside);
                Posix.MakeReadOnly(aside);
                File.Move(aside, file);
                Posix.SyncFolder(Path.GetDirectoryName(file)!);
                return file;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new WarehouseException($"The backup folder {folder} cannot be used: {e.Message}", e);
            }
            finally
            {
                File.Delete(aside);
                File.Delete(aside + ".wal");
            }
        }
    }

    /// <summary>Puts a copy in the place of a data folder's warehouse. What was there stays beside it under another name.</summary>
    /// <param name="backup">A file of <see cref="Create"/>.</param>
    /// <param name="dataFolder">The data folder. Nobody may have its warehouse open.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Where the file that was there is now; null where there was none.</returns>
    /// <exception cref="WarehouseHeldException">The warehouse is open.</exception>
    /// <exception cref="WarehouseException">The copy is not a warehouse this program can read.</exception>
    public static string? Restore(string backup, string dataFolder, TimeProvider time)
    {
        var folder = DataFolder.At(dataFolder);
        using var held = OwnerLock.Take(folder, time, "qi restore");
        Check(backup);
        var incoming = $"{folder.WarehouseFile}{Making}";
        File.Copy(backup, incoming, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(incoming, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Posix.SyncFile(incoming);
        var kept = File.Exists(folder.WarehouseFile) ? SetAside(folder, time) : null;
        // Atomic: a crash before it leaves the old file, one after it the new.
        File.Move(incoming, folder.WarehouseFile, overwrite: true);
        Posix.SyncFolder(folder.Path);
        return kept;
    }

    private static void Copy(DataWarehouse warehouse, string aside, CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        session.Execute($"ATTACH {SqlText.Literal(aside)} AS backup", cancel: cancel);
        try
        {
            session.InTransaction(() =>
            {
                session.Execute("COPY FROM DATABASE warehouse TO backup", cancel: cancel);
                foreach (var table in session.Query("SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse'", row => row.Text(0)))
                {
                    if (AttachedFile.Count(session, table) != AttachedFile.Count(session, $"backup.{table}"))
                        throw new WarehouseException($"The copy of table {table} is not whole: the backup is thrown away.");
                }
            });
            AttachedFile.Checkpoint(session, "backup", cancel);
        }
        finally
        {
            session.Execute("DETACH backup");
        }
    }

    private static void Check(string backup)
    {
        try
        {
            var settings = ConnectionSettings.Common(Path.GetFullPath(backup), threads: null, memoryLimit: null);
            settings["access_mode"] = "READ_ONLY";
            using var session = new WarehouseSession(new DuckDBConnection(settings.ConnectionString), open: true);
            var steps = session.Query("SELECT number, name FROM schema_version", row => (Number: row.Int(0), Name: row.Text(1)));
            if (steps.FirstOrDefault(step => Migrations.Embedded.All(known => known.Number != step.Number)) is { Name: { } name })
                throw new WarehouseException($"{backup} has schema step {name}, which this program does not know: it was written by a later version. Update the program.");
        }
        catch (DuckDBException e)
        {
            throw new WarehouseException($"{backup} is not a copy of a warehouse: {e.Message}", e);
        }
    }

    // The log belongs to the file: it moves first, or it would be replayed into the restored one.
    private static string SetAside(DataFolder folder, TimeProvider time)
    {
        var kept = Path.Combine(folder.Path, $"warehouse-before-restore-{Stamp(time)}.duckdb");
        File.Copy(folder.WarehouseFile, kept);
        Posix.SyncFile(kept);
        var log = folder.WarehouseFile + ".wal";
        if (File.Exists(log))
            File.Move(log, kept + ".wal");
        Posix.SyncFolder(folder.Path);
        return kept;
    }

    private static string Stamp(TimeProvider time) => time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>
/// Copies of both stores and of the evidence in a folder of their own, <c>backup-&lt;utc&gt;</c>, that belong together. The keys
/// are not among them. Order: the warehouse, then the operations store, then the evidence. So the warehouse's copy mirrors no
/// event that the later copy lacks (what it does not have yet, the mirror brings again), and every file that a row names is there.
/// </summary>
public static class BackupSet
{
    /// <summary>The operations store's file in it, on SQLite.</summary>
    public const string OperationsFile = "operations.db";

    /// <summary>The operations store's file in it, on PostgreSQL.</summary>
    public const string OperationsDump = "operations.dump";

    private const string EvidenceFolder = "evidence";

    /// <summary>Copies everything under a folder; returns the files of the stores.</summary>
    /// <exception cref="WarehouseException">The folder cannot be used.</exception>
    /// <exception cref="RefusedException">The stores do not belong together, or a copy failed; nothing is left.</exception>
    public static IReadOnlyList<string> Create(Workshop workshop, string under, CancellationToken cancellation)
    {
        var stamp = workshop.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var folder = Path.GetFullPath(Path.Combine(under, $"backup-{stamp}"));
        if (Directory.Exists(folder))
            throw new RefusedException($"{folder} is there already: a backup was made this very second");
        Directory.CreateDirectory(folder);
        try
        {
            var files = new List<string> { WarehouseBackup.Create(workshop.Warehouse, folder, cancellation) };
            var mirrored = new WarehouseCaseEvents(workshop.Warehouse).PositionAsync(cancellation).GetAwaiter().GetResult();
            var (copy, engine, events) = CopyOperations(workshop.Deployment, folder);
            if (copy is not null)
                files.Add(copy);
            var manifest = new BackupManifest(workshop.Time.GetUtcNow().UtcDateTime, engine, mirrored, events);
            if (!manifest.BelongsTogether)
                throw new RefusedException($"the warehouse mirrors {mirrored} events, but the operations store holds {events}: these two do not belong together. Check QI__Operations and --data; no backup was made.");
            CopyFolder(workshop.Deployment.Evidence, Path.Combine(folder, EvidenceFolder));
            manifest.Write(folder);
            return files;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Puts a backup in place; what was there stays beside it. Says what it set aside.</summary>
    /// <exception cref="RefusedException">The folder holds no whole backup, or one of another engine; nothing has changed then.</exception>
    public static IReadOnlyList<string> Restore(Deployment deployment, string folder)
    {
        var warehouse = (Directory.Exists(folder) ? Directory.GetFiles(folder, "warehouse-*.duckdb").SingleOrDefault() : null)
            ?? throw new RefusedException($"{folder} holds no backup: one file warehouse-….duckdb was expected");
        var (operations, dump) = (Path.Combine(folder, OperationsFile), Path.Combine(folder, OperationsDump));
        var manifest = BackupManifest.Read(folder);
        var postgres = Operations.PostgresConnection;
        if (File.Exists(dump) != (postgres is not null) && (File.Exists(dump) || File.Exists(operations)))
            throw new RefusedException(postgres is null
                ? $"{folder} is a backup of an operations store in PostgreSQL: name the database in QI__Operations"
                : $"{folder} is a backup of an operations store in SQLite, but QI__Operations names PostgreSQL");
        var events = File.Exists(operations) ? EventsIn(operations) : manifest?.Events ?? 0;
        if (manifest is not null && (!manifest.BelongsTogether || events != manifest.Events))
            throw new RefusedException($"the files of {folder} do not belong together: {manifest.MirrorPosition} events mirrored, {events} in the operations store, {manifest.Events} when it was made. Nothing was changed.");

        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var aside = new List<string>();
        if (WarehouseBackup.Restore(warehouse, deployment.Root, TimeProvider.System) is { } kept)
            aside.Add(kept);
        if (File.Exists(operations))
        {
            foreach (var file in new[] { "", "-wal", "-shm" }.Select(end => deployment.OperationsDatabase + end).Where(File.Exists))
            {
                File.Move(file, $"{file}.before-{stamp}");
                aside.Add($"{file}.before-{stamp}");
            }
            File.Copy(operations, deployment.OperationsDatabase);
        }
        else if (File.Exists(dump))
        {
            var before = Path.Combine(deployment.Root, $"operations-before-{stamp}.dump");
            PostgresTools.Dump(postgres!, before);
            aside.Add(before);
            PostgresTools.Restore(postgres!, dump);
        }
        if (Directory.Exists(Path.Combine(folder, EvidenceFolder)))
        {
            if (Directory.Exists(deployment.Evidence))
            {
                Directory.Move(deployment.Evidence, $"{deployment.Evidence}.before-{stamp}");
                aside.Add($"{deployment.Evidence}.before-{stamp}");
            }
            CopyFolder(Path.Combine(folder, EvidenceFolder), deployment.Evidence);
        }
        return aside;
    }

    /// <summary>Removes the oldest backups beyond a number; returns how many.</summary>
    public static int RemoveBeyond(string under, int keep)
    {
        var old = Directory.EnumerateDirectories(under, "backup-*").OrderDescending(StringComparer.Ordinal).Skip(Math.Max(1, keep)).ToList();
        foreach (var folder in old)
            Directory.Delete(folder, recursive: true);
        return old.Count;
    }

    private static (string? Copy, string Engine, long Events) CopyOperations(Deployment deployment, string folder)
    {
        if (Operations.PostgresConnection is { } connection)
        {
            // Counted before the dump begins: the dump holds these and perhaps more.
            using var store = OperationsStore.Postgres(connection);
            using var db = store.Open();
            var events = db.Events.LongCount();
            var dump = Path.Combine(folder, OperationsDump);
            PostgresTools.Dump(connection, dump);
            return (dump, "POSTGRES", events);
        }
        if (!File.Exists(deployment.OperationsDatabase))
            return (null, "NONE", 0);
        var copy = Path.Combine(folder, OperationsFile);
        using (var source = new SqliteConnection($"Data Source={deployment.OperationsDatabase};Mode=ReadOnly;Pooling=False"))
        using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }
        return (copy, "SQLITE", EventsIn(copy));
    }

    private static long EventsIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sql.Load(typeof(BackupSet), "last_event.sql");
        return (long)command.ExecuteScalar()!;
    }

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

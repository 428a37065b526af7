using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi backup</c> and <c>qi restore</c>: consistent copies of both stores. The keys are not among them.</summary>
internal static class BackupCommand
{
    private const string OperationsFile = "operations.db";

    public static Command Backup()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Where the copy goes, best on another disk.", Required = true };
        return new Command("backup", "Copies the warehouse and the operations store, as of one moment each.") { output }.Does((parsed, cancellation) =>
        {
            using var workshop = Workshop.Open(parsed.Deployment());
            var stamp = workshop.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            var folder = Directory.CreateDirectory(Path.Combine(parsed.GetRequiredValue(output).FullName, $"backup-{stamp}")).FullName;
            // The warehouse first: what the loop does in between is in the later copy, and the mirror brings it again.
            Console.WriteLine(WarehouseBackup.Create(workshop.Warehouse, folder, cancellation));
            if (Operations.PostgresConnection is not null)
                Say.Info("The operations store is PostgreSQL: back it up with pg_dump, after this.");
            else if (File.Exists(workshop.Deployment.OperationsDatabase))
            {
                var copy = Path.Combine(folder, OperationsFile);
                using var source = new SqliteConnection($"Data Source={workshop.Deployment.OperationsDatabase};Mode=ReadOnly;Pooling=False");
                using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
                source.Open();
                target.Open();
                source.BackupDatabase(target);
                Console.WriteLine(copy);
            }
            Say.Info($"The keys in {workshop.Deployment.Keys} are not in it: keep them elsewhere, or contact data cannot be read again.");
            return Task.FromResult(ExitCode.Done);
        });
    }

    public static Command Restore()
    {
        var from = new Argument<DirectoryInfo>("folder") { Description = "A folder that qi backup wrote." };
        return new Command("restore", "Puts a backup in place; what was there stays beside it.") { from }.Does((parsed, _) =>
        {
            var deployment = parsed.Deployment();
            var folder = parsed.GetRequiredValue(from).FullName;
            var warehouse = Directory.Exists(folder) ? Directory.GetFiles(folder, "warehouse-*.duckdb").SingleOrDefault() : null;
            if (warehouse is null)
                throw new RefusedException($"{folder} holds no backup: one file warehouse-….duckdb was expected");
            if (WarehouseBackup.Restore(warehouse, deployment.Root, TimeProvider.System) is { } kept)
                Console.WriteLine($"what was there: {kept}");
            var operations = Path.Combine(folder, OperationsFile);
            if (File.Exists(operations))
            {
                foreach (var file in new[] { "", "-wal", "-shm" }.Select(end => deployment.OperationsDatabase + end).Where(File.Exists))
                    File.Move(file, $"{file}.before-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}");
                File.Copy(operations, deployment.OperationsDatabase);
            }
            Console.WriteLine($"restored {folder} into {deployment.Root}; run qi publish");
            return Task.FromResult(ExitCode.Done);
        });
    }
}

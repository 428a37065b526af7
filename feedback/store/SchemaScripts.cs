using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Store;

/// <summary>Applies the embedded schema scripts (<c>store/schema/&lt;engine&gt;/NNNN_name.sql</c>), each once, in order, each in a transaction.</summary>
internal static class SchemaScripts
{
    private const string VersionTable =
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)";

    internal static async Task ApplyAsync(OperationsStore store, CancellationToken cancel)
    {
        var scripts = Read(store.IsSqlite ? "sqlite" : "postgres");
        await store.WriteAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(VersionTable, cancel);
            var applied = await db.Database.SqlQuery<int>($"SELECT version AS \"Value\" FROM schema_version").ToListAsync(cancel);
            if (applied.Count > 0 && applied.Max() > scripts[^1].Version)
                throw new InvalidOperationException(
                    $"The operations store has schema version {applied.Max()}; this program knows versions up to {scripts[^1].Version}. Run the newer program.");
            foreach (var script in scripts.Where(s => !applied.Contains(s.Version)))
            {
                // Not ExecuteSqlRaw: it would take braces in the script for parameters.
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
                command.CommandText = script.Sql;
                await command.ExecuteNonQueryAsync(cancel);
                await db.Database.ExecuteSqlAsync($"INSERT INTO schema_version (version, name) VALUES ({script.Version}, {script.Name})", cancel);
            }
        }, cancel);
    }

    private static List<(int Version, string Name, string Sql)> Read(string engine)
    {
        var prefix = $"QualityInsight.Feedback.store.schema.{engine}.";
        var assembly = typeof(SchemaScripts).Assembly;
        var scripts = new List<(int, string, string)>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[prefix.Length..];
            scripts.Add((int.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd()));
        }
        return scripts;
    }
}

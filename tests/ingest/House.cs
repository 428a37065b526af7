using System.Text;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Ingest.Tests;

/// <summary>A real warehouse in a folder of its own, with a runner and a fixed clock.</summary>
internal sealed class House : IDisposable
{
    private readonly TempFolder _folder = new();

    internal House(DateTimeOffset? now = null, IPersonSink? people = null)
    {
        Time = new FixedTime(now ?? new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        Warehouse = DataWarehouse.Open(_folder.File("data"), Time);
        Runner = new IngestRunner(Warehouse, Hasher, Time, people);
    }

    internal static PersonHasher Hasher { get; } = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    internal TimeProvider Time { get; }

    internal DataWarehouse Warehouse { get; }

    internal IngestRunner Runner { get; }

    internal string DataFolder => _folder.File("data");

    internal string Write(string name, string text, Encoding? encoding = null)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    internal string WriteBytes(string name, byte[] bytes)
    {
        var path = _folder.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal IngestReport Load(string profile, string path) => Runner.Load(ProfileCatalog.Load(profile), path);

    internal IngestReport Load(Profile profile, string csv, string name = "feed.csv") => Runner.Load(profile, Write(name, csv));

    internal T Ask<T>(string sql, Func<Row, T> map)
    {
        using var session = Warehouse.OpenSession();
        return session.QuerySingle(sql, map);
    }

    internal long Count(string sql) => Ask(sql, r => r.Long(0));

    internal double Number(string sql) => Ask(sql, r => r.Double(0));

    internal string? Text(string sql) => Ask(sql, r => r.TextOrNull(0));

    internal IReadOnlyList<string> Texts(string sql)
    {
        using var session = Warehouse.OpenSession();
        return session.Query(sql, r => r.TextOrNull(0) ?? "∅");
    }

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

internal static class Reports
{
    /// <summary>The identity every batch keeps.</summary>
    internal static void Balances(this IngestReport report)
    {
        foreach (var batch in report.Batches)
            Assert.Equal(batch.RowsIn, batch.Loaded + batch.Duplicate + batch.Quarantined);
    }

    internal static (long In, long Loaded, long Duplicate, long Quarantined) Counts(this BatchReport batch) =>
        (batch.RowsIn, batch.Loaded, batch.Duplicate, batch.Quarantined);
}

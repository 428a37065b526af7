using System.Diagnostics;
using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>What one run of the benchmark measured; times in seconds, the same file, the same machine, one after the other.</summary>
/// <param name="Shape">visits (20 typed columns) or reviews (texts masked, people hashed).</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="PeerSeconds">DuckDB's own read_csv with types into a table, no checks: best of the rounds.</param>
/// <param name="OwnSeconds">The ingest, with checks, dedupe and lineage: best of the rounds.</param>
public sealed record IngestBenchResult(string Shape, long Rows, long Bytes, double PeerSeconds, double OwnSeconds)
{
    /// <summary>How many times longer the ingest takes than the bare read.</summary>
    public double Ratio => OwnSeconds / PeerSeconds;

    /// <summary>Rows a second of the ingest.</summary>
    public double RowsPerSecond => Rows / OwnSeconds;
}

/// <summary>Measures the ingest against DuckDB's own CSV reader on a generated file.</summary>
public static class IngestBench
{
    /// <summary>Runs one shape.</summary>
    /// <param name="folder">An empty folder for the file and the warehouses; the caller removes it.</param>
    /// <param name="shape"><c>visits</c> or <c>reviews</c>.</param>
    /// <param name="rows">Rows to generate.</param>
    /// <param name="time">The clock of the loads.</param>
    /// <param name="rounds">Rounds of peer and ingest, taken in turn; the best of each counts.</param>
    /// <param name="cancel">Stops it.</param>
    public static IngestBenchResult Run(string folder, string shape, int rows, TimeProvider time, int rounds = 3, CancellationToken cancel = default)
    {
        var feed = BenchFeed.Of(shape);
        var path = Path.Combine(folder, $"{shape}.csv");
        feed.Write(path, rows);
        var (peer, own) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            peer = Math.Min(peer, Peer(Path.Combine(folder, $"peer-{shape}-{round}"), path, feed, rows, time, cancel));
            own = Math.Min(own, Own(Path.Combine(folder, $"own-{shape}-{round}"), path, feed, rows, time, cancel));
        }

        return new IngestBenchResult(shape, rows, new FileInfo(path).Length, peer, own);
    }

    private static double Peer(string data, string path, BenchFeed feed, int rows, TimeProvider time, CancellationToken cancel)
    {
        using var warehouse = DataWarehouse.Open(data, time);
        using var session = warehouse.OpenSession();
        var clock = Stopwatch.StartNew();
        session.Execute(Sql.Load(typeof(IngestBench), "bench_peer.sql").Replace("{columns}", feed.PeerColumns, StringComparison.Ordinal), new() { ["path"] = path }, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        Expect(session.QuerySingle("SELECT count(*) FROM peer", r => r.Long(0)), rows);
        return seconds;
    }

    private static double Own(string data, string path, BenchFeed feed, int rows, TimeProvider time, CancellationToken cancel)
    {
        using var warehouse = DataWarehouse.Open(data, time);
        var runner = new IngestRunner(warehouse, new PersonHasher(new byte[32]), time);
        var profile = ProfileCatalog.Parse(feed.Profile, feed.Yaml);
        var clock = Stopwatch.StartNew();
        var report = runner.Load(profile, path, null, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        Expect(report.Headline.Loaded, rows);
        return seconds;
    }

    private static void Expect(long found, long wanted)
    {
        if (found != wanted) throw new InvalidOperationException($"The benchmark loaded {found} of {wanted} rows.");
    }
}

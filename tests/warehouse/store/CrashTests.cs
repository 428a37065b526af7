using System.Globalization;
using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Store;

/// <summary>kill -9 at moments nobody chose.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_committed_batch_survives_and_no_half_one_does()
    {
        var moments = new Random(20261122);
        long acknowledged = 0;
        for (var round = 0; round < 4; round++)
        {
            using (var child = new Child("append", folder.Path))
            {
                using var killer = new Timer(_ => child.Kill(), null, moments.Next(900, 1800), Timeout.Infinite);
                while (child.Line() is { } line)
                {
                    if (line.StartsWith("committed ", StringComparison.Ordinal))
                        acknowledged = long.Parse(line.AsSpan("committed ".Length), CultureInfo.InvariantCulture);
                }
            }

            using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
            using var session = warehouse.OpenSession();
            var batches = session.Query("SELECT batch_id, count(*) AS n FROM review_tag GROUP BY batch_id ORDER BY batch_id", r => (Batch: r.Long(0), Rows: r.Long(1)));
            Assert.All(batches, batch => Assert.Equal(500, batch.Rows));
            Assert.True(batches.Count >= acknowledged, $"{acknowledged} acknowledged, {batches.Count} there");
            Assert.Equal(Enumerable.Range(1, batches.Count).Select(b => (long)b), batches.Select(b => b.Batch));
        }

        Assert.True(acknowledged > 0, "no round got as far as a commit");
    }

    [Fact]
    public void Uncommitted_rows_of_a_killed_process_are_gone()
    {
        using (var child = new Child("half", folder.Path))
        {
            child.LineThatBegins("uncommitted");
            child.Kill();
        }

        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using var session = warehouse.OpenSession();
        Assert.Equal(0, session.QuerySingle("SELECT count(*) FROM review_tag", r => r.Int(0)));
    }

    [Fact]
    public void Publisher_killed_at_any_moment_leaves_a_whole_snapshot_under_the_stable_name()
    {
        var moments = new Random(20261122);
        var seen = new HashSet<string>();
        for (var round = 0; round < 5; round++)
        {
            using (var child = new Child("publish", folder.Path))
            {
                var first = child.LineThatBegins("published ");
                using var killer = new Timer(_ => child.Kill(), null, moments.Next(10, 600), Timeout.Infinite);
                var last = first;
                while (child.Line() is { } line)
                    last = line;
                Assert.StartsWith("published ", last);
                using var reader = ServingReader.Open(folder.Path);
                Assert.True(string.CompareOrdinal(reader.Snapshot.Name, last["published ".Length..]) >= 0);
                using var session = reader.OpenSession();
                Assert.Equal(reader.Snapshot.Rows["review_tag"], session.QuerySingle("SELECT count(*) FROM review_tag", r => r.Long(0)));
                Assert.Equal(0, reader.Snapshot.Rows["review_tag"] % 50);
                Assert.True(seen.Add(reader.Snapshot.Name));
            }
        }

        using var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        ServingFile.Publish(warehouse);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder.File("serving")), name => name.Contains("making"));
    }
}

using QualityInsight.Analytics;
using QualityInsight.Ingest;
using QualityInsight.Testing;
using QualityInsight.Warehouse;
using Xunit.Abstractions;

namespace QualityInsight.City.Tests;

/// <summary>The city's files through the real profiles into a real warehouse, row by row against the truth.</summary>
[Collection("city")]
public sealed class EndToEndTests(CityFixture city, ITestOutputHelper output)
{
    [Fact]
    public void Every_file_loads_exactly_as_the_truth_says_and_the_figures_come_out()
    {
        using var folder = new TempFolder();
        using var warehouse = DataWarehouse.Open(folder.File("data"), TimeProvider.System);
        var runner = new IngestRunner(warehouse, new PersonHasher(new byte[32]), TimeProvider.System);
        var wrong = new List<string>();
        foreach (var (file, truth) in city.Manifest.Files.Zip(city.Truth.Files))
        {
            var batch = runner.Load(ProfileCatalog.Load(file.Profile), city.PathOf(file)).Headline;
            var (expected, got) = (Line(truth.Loaded, truth.Duplicate, truth.Quarantined, truth.Skipped, truth.Reasons.Select(r => (r.Key, r.Value))),
                Line(batch.Loaded, batch.Duplicate, batch.Quarantined, batch.Skipped, batch.Reasons.Select(r => (r.Reason, r.Count))));
            if (expected != got)
                wrong.Add($"{file.File}: expected {expected}; got {got}; {string.Join(" | ", batch.Reasons.Select(r => $"{r.Reason} line {r.ExampleLine} {r.ExampleColumn} {r.ExampleValue}"))}");
            Assert.Equal(file.Feed == "city-d", batch.Warnings.Any(w => w.Contains("direction_probably_reversed", StringComparison.Ordinal)));
        }
        output.WriteLine(string.Join('\n', wrong));
        Assert.Empty(wrong);
        Figures(warehouse);
        Flags(warehouse);
    }

    /// <summary>Each integrity rule finds what was planted for it (R11 needs a text model, R17 the loop's events).</summary>
    private void Flags(DataWarehouse warehouse)
    {
        IntegrityRunner.Run(warehouse, TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            new Dictionary<string, double> { ["R10.min_count"] = 60 }); // a fifth of the city, 20 weeks
        using var session = warehouse.OpenSession();
        var flagged = session.Query("SELECT rule, subject_no FROM integrity_flag", r => (Rule: r.Text(0), No: r.Text(1))).ToLookup(f => f.Rule, f => f.No);
        foreach (var planted in city.Truth.Planted.Where(p => p.Subject is "review" or "counter"))
            foreach (var rule in planted.Rules.Except(["R11", "R17"]))
            {
                var found = planted.Ids.Intersect(flagged[rule]).Count();
                output.WriteLine($"{planted.Id} {rule}: {found} of {planted.Ids.Count} found, {flagged[rule].Distinct().Count()} flagged in all");
                Assert.True(found == (planted is { Id: "made-up-reviews" } && rule == "R02" ? planted.Figures["not_coded"] : planted.Ids.Count), $"{planted.Id} {rule}");
            }
        Assert.NotEmpty(flagged["R19"]);
    }

    private static string Line(long loaded, long duplicate, long quarantined, long skipped, IEnumerable<(string Reason, long Count)> reasons) =>
        $"{loaded}+{duplicate}+{quarantined}+{skipped} {string.Join(' ', reasons.OrderBy(r => r.Reason, StringComparer.Ordinal).Select(r => $"{r.Reason}:{r.Count}"))}";

    private void Figures(DataWarehouse warehouse)
    {
        using var session = warehouse.OpenSession();
        long Count(string sql) => session.QuerySingle(sql, r => r.Long(0));
        var totals = city.Truth.Totals;
        Assert.Equal(totals.Matters, Count("SELECT count(*) FROM ticket WHERE kind = 'MATTER'"));
        Assert.Equal(totals.HotlineOrders, Count("SELECT count(*) FROM ticket WHERE kind = 'HOTLINE'"));
        Assert.Equal(totals.ClosedMatters, Count("SELECT count(*) FROM ticket WHERE kind = 'MATTER' AND closed_at IS NOT NULL"));
        Assert.Equal(totals.LateMatters, Count("SELECT count(*) FROM ticket WHERE kind = 'MATTER' AND closed_at > due_at + suspended_s * INTERVAL '1 second'"));
        Assert.Equal(totals.Visits, Count("SELECT count(*) FROM visit"));
        Assert.Equal(totals.Reviews, Count("SELECT count(*) FROM review WHERE source <> 'city-d'"));
        Assert.Equal(totals.DefaultReviews, Count("SELECT count(*) FROM review WHERE is_default"));
        Assert.Equal(totals.BadReviews, Count("SELECT count(*) FROM review WHERE level <= 2 AND source <> 'city-d'"));
        foreach (var org in city.Truth.Orgs)
            Assert.Equal(org.BadReviews, session.QuerySingle("SELECT count(*) FROM review WHERE level <= 2 AND source <> 'city-d' AND org_code = $org", r => r.Long(0), new() { ["org"] = org.Code }));
        foreach (var hall in city.Truth.Halls)
        {
            double Figure(string what) => session.QuerySingle($"SELECT CAST({what} AS DOUBLE) FROM visit WHERE outcome = 'SERVED' AND hall_code = $hall", r => r.Double(0), new() { ["hall"] = hall.Code });
            Assert.Equal(hall.Served, Figure("count(*)"));
            Assert.Equal(hall.WaitMean, Figure("avg(wait_s)"), 6);
            Assert.Equal(hall.WaitMedian, Figure("quantile_cont(wait_s, 0.5)"), 6);
            Assert.Equal(hall.WaitP90, Figure("quantile_cont(wait_s, 0.9)"), 6);
            Assert.Equal(hall.HandleMean, Figure("avg(handle_s)"), 6);
            // A hall with Saturday hours of its own keeps weekday hours on a make-up Saturday, which hall_hours alone cannot say: a second at most.
            Assert.Equal(hall.OpenWaitMean, Figure("avg(wait_s - closed_s)"), hall.Code is "H01" or "H03" or "H07" ? 1.0 : 1e-6);
        }
    }
}

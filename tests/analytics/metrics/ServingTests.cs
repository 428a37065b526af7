using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>The metric layer inside a published serving file: without personal data, through the read-only reader.</summary>
public class ServingTests
{
    [Fact]
    public void Macros_give_the_engine_s_figures_and_everything_is_commented()
    {
        using var folder = new TempFolder();
        using (var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System))
        {
            using (var session = warehouse.OpenSession())
                session.Execute(Facts.Insert("visit", Enumerable.Range(0, 40).Select(i => new Dictionary<string, object?>
                {
                    ["number"] = $"{i}",
                    ["hall_code"] = i % 3 == 0 ? "H1" : "H2",
                    ["visit_date"] = $"2026-11-{16 + i % 9}",
                    ["wait_s"] = i * 37,
                    ["outcome"] = i % 7 == 0 ? "NO_SHOW" : "SERVED",
                }))
                + Facts.Insert("review", [new Dictionary<string, object?> { ["review_no"] = "1" }, new Dictionary<string, object?> { ["review_no"] = "2" }])
                + Facts.Insert("integrity_flag", [new Dictionary<string, object?> { ["subject_no"] = "1" }]));
            ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(DuckDbFixture.AsOf));
        }
        using var reader = ServingReader.Open(folder.Path);
        var engine = new MetricEngine(new SessionSource(reader));
        using var desk = reader.OpenSession();
        foreach (var metric in new[] { "wait_median", "no_show_rate", "visits" })
        {
            var ours = engine.Run(new(metric) { Period = Period.IsoWeek(2026, 47), By = ["hall"] }).Rows;
            var macro = desk.Query($"SELECT code, value, n FROM metric_{metric}(from_date := '2026-11-16', to_date := '2026-11-23', by_dim := 'hall')",
                r => (r.TextOrNull(0), r.DoubleOrNull(1), r.Long(2)));
            Assert.Equal(ours.Select(r => (r.Code("hall"), r.Value, r.N)), macro);
        }
        var (low, high) = desk.QuerySingle("SELECT wilson_low(784, 4773), wilson_high(784, 4773)", r => (r.Double(0), r.Double(1)));
        Assert.Equal(Proportion.Wilson(784, 4773).Low, low, 12);
        Assert.Equal(Proportion.Wilson(784, 4773).High, high, 12);
        Assert.Equal(MetricCatalogue.Embedded.All.Count, desk.QuerySingle("SELECT count(*) FROM metric", r => r.Long(0)));
        Assert.Equal(0, desk.QuerySingle("SELECT count(*) FROM duckdb_views() WHERE NOT internal AND comment IS NULL", r => r.Long(0)));
        Assert.Equal(0, desk.QuerySingle("SELECT count(*) FROM duckdb_functions() WHERE function_name LIKE 'metric_%' AND comment IS NULL", r => r.Long(0)));
        Assert.Contains("关门", desk.QuerySingle("SELECT comment FROM duckdb_columns() WHERE table_name = 'visit_clean' AND column_name = 'net_wait_s'", r => r.Text(0)));
        Assert.Equal([(true, "1"), (false, "2")], desk.Query("SELECT is_flagged, review_no FROM review_assessed ORDER BY 2", r => (r.Bool(0), r.Text(1))));
        foreach (var metric in MetricCatalogue.Embedded.All)
            Assert.NotEmpty(desk.Query($"SELECT * FROM metric_{metric.Id}() UNION ALL SELECT '-', NULL, NULL, NULL, 0", r => r.Count));
        Assert.StartsWith("quality-", engine.Run(new("visits")).Snapshot);
    }
}

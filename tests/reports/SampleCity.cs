using QualityInsight.Analytics;
using QualityInsight.Reports.Weekly;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Reports.Tests;

/// <summary>A small made-up city in a real warehouse with the real metric layer over it; see <c>sample/*.sql</c>.</summary>
public sealed class SampleCity : IDisposable
{
    public const string Week = "2026-W46";
    public const string SnapshotName = "sample-2026-11-16";
    private readonly TempFolder _folder = new();
    private readonly Dictionary<ReportLanguage, ReportModel> _reports = [];
    private readonly DataWarehouse _warehouse;

    public SampleCity()
    {
        _warehouse = DataWarehouse.Open(_folder.Path, Clock);
        using var session = _warehouse.OpenSession();
        foreach (var file in new[] { "dimensions.sql", "facts.sql", "loop.sql", "batches.sql" })
            session.Execute(File.ReadAllText(Path.Combine(Repository.Root, "tests", "reports", "sample", file)));
        foreach (var script in AnalyticsScripts.Models(new DateTime(2026, 11, 16, 6, 0, 0)))
            session.Execute(script.Sql);
        Engine = new MetricEngine(new SessionSource(SnapshotName, _warehouse.OpenSession));
        Facts = new ServingFacts(SnapshotName, _warehouse.OpenSession);
    }

    /// <summary>Monday morning after the week, in Shanghai.</summary>
    public static TimeProvider Clock { get; } = new FixedTime(new DateTimeOffset(2026, 11, 16, 7, 30, 0, TimeSpan.FromHours(8)));

    public IMetricEngine Engine { get; }

    public IReportFacts Facts { get; }

    /// <summary>The report of the week over unchanged facts, built once.</summary>
    public ReportModel Report(ReportLanguage language = ReportLanguage.Chinese) =>
        _reports.TryGetValue(language, out var known) ? known : _reports[language] = Build(language);

    public ReportModel Build(ReportLanguage language = ReportLanguage.Chinese, string? org = null, WeeklyOptions? options = null, string week = Week) =>
        WeeklyReport.Build(Engine, Facts, week, org, language, Clock, options);

    /// <summary>Changes facts within one test; the test undoes it.</summary>
    public void Execute(string sql)
    {
        using var session = _warehouse.OpenSession();
        session.Execute(sql);
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", now.Offset, "test", "test");
    }
}

[CollectionDefinition("city")]
public sealed class CityTests : ICollectionFixture<SampleCity>, ICollectionFixture<BrowserFixture>;

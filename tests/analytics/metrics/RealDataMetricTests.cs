using QualityInsight.Ingest;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>Public data sets, loaded by the program's own profiles and published: the figures known of them come out.</summary>
public class RealDataMetricTests
{
    private static readonly TimeProvider Clock = new FixedTime(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    internal static void On(string profile, string file, Action<MetricEngine> check)
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        using (var warehouse = DataWarehouse.Open(data, Clock))
        {
            new IngestRunner(warehouse, new PersonHasher(new byte[32]), Clock).Load(ProfileCatalog.Load(profile), RealData.PathOf(file));
            ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(new(2026, 11, 22, 11, 0, 0)));
        }
        using var reader = ServingReader.Open(data);
        check(new MetricEngine(new SessionSource(reader)));
    }

    private static MetricRow One(MetricEngine engine, string metric) => engine.Run(new(metric)).Single;

    [RealDataFact("callcenter_feb1999/feb1999.csv")]
    public void Call_centre_waits_handling_and_lost_calls() => On("callcenter-anonbank", "callcenter_feb1999/feb1999.csv", engine =>
    {
        Assert.Equal(40.77, One(engine, "wait_mean").Value!.Value, 2);
        Assert.Equal(27162, One(engine, "wait_mean").N);
        Assert.Equal(6, One(engine, "wait_median").Value!.Value, 9);
        Assert.Equal(131, One(engine, "wait_p90").Value!.Value, 9);
        Assert.Equal(176.35, One(engine, "handle_mean").Value!.Value, 2);
        Assert.Equal((5904.0, 33066L), (One(engine, "no_show_rate").Numerator!.Value, One(engine, "no_show_rate").N));
        Assert.Equal(0.1786, One(engine, "no_show_rate").Value!.Value, 4);
        var february = engine.Run(new("visits") { Period = Period.Month(1999, 2), By = ["day"] });
        Assert.Equal(33066, february.Rows.Sum(r => r.N));
        Assert.Equal(One(engine, "visits").N, engine.Run(new("visits") { By = ["hour"] }).Rows.Sum(r => r.N));
    });

    [RealDataFact("baltimore311/dev.csv")]
    public void City_requests_closed_after_due() => On("baltimore-311", "baltimore311/dev.csv", engine =>
    {
        Assert.Equal(784, One(engine, "late_count").N);
        Assert.Equal((4773L, 4773.0 - 784), (One(engine, "on_time_rate").N, One(engine, "on_time_rate").Numerator!.Value));
    });

    [RealDataFact("eventlogs/dev_wabo.csv")]
    public void Permits_ended_after_plan() => On("wabo-receipt", "eventlogs/dev_wabo.csv", engine =>
    {
        Assert.Equal(192, One(engine, "late_count").N);
        Assert.Equal(685, One(engine, "on_time_rate").N);
    });

    [RealDataFact("teddyC/dev_replies.csv")]
    public void Days_to_reply_to_citizens() => On("teddy-replies", "teddyC/dev_replies.csv", engine =>
    {
        Assert.Equal(11.63, One(engine, "reply_days_median").Value!.Value, 2);
        Assert.Equal(44.23, One(engine, "reply_days_p90").Value!.Value, 2);
    });

    [RealDataFact("gov_items/guangan_items.csv")]
    public void Service_items_of_a_district_and_their_departments() => On("guangan-items", "gov_items/guangan_items.csv", engine =>
    {
        Assert.Equal(1135, One(engine, "items").N);
        Assert.Equal(34, engine.Run(new("items") { By = ["org"] }).Rows.Select(r => r.Dimensions[0].Name).Distinct().Count());
        Assert.Equal(1135, engine.Run(new("items") { By = ["county"] }).Rows.Sum(r => r.N));
    });

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

namespace QualityInsight.Analytics.Tests;

/// <summary>Every metric gives the figure that was computed by hand, on DuckDB.</summary>
[Collection(DuckDbCollection.Name)]
public class GoldenTests(DuckDbFixture duck)
{
    [Fact]
    public void Every_metric_has_a_case() =>
        Assert.Empty(MetricCatalogue.Embedded.All.Select(m => m.Id).Except(GoldenCase.All.Select(c => c.Metric)));

    [Fact]
    public void Every_figure_is_the_one_computed_by_hand()
    {
        var wrong = new List<string>();
        foreach (var golden in GoldenCase.All)
        {
            duck.Load(golden.Inserts);
            wrong.AddRange(Differences(golden, duck.Engine));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static IEnumerable<string> Differences(GoldenCase golden, IMetricEngine engine)
    {
        MetricRow row;
        try { row = engine.Run(new(golden.Metric)).Single; }
        catch (Exception e) when (e is not OutOfMemoryException) { return [$"{golden}: {e.GetType().Name}: {e.Message}"]; }
        var wrong = new List<string>();
        void Same(string what, double? expected, double? found)
        {
            if (expected is null != found is null || Math.Abs((expected ?? 0) - (found ?? 0)) > 1e-9 * Math.Max(1, Math.Abs(expected ?? 0)))
                wrong.Add($"{golden}: {what} is {found?.ToString() ?? "null"}, not {expected?.ToString() ?? "null"}");
        }
        Same("value", golden.Value, row.Value);
        Same("n", golden.N, row.N);
        if (golden.Numerator is not null)
            Same("numerator", golden.Numerator, row.Numerator);
        if (golden.Denominator is not null)
            Same("denominator", golden.Denominator, row.Denominator);
        var records = engine.Records(new(golden.Metric));
        if (records.Total != row.N || records.Rows.Count != row.N)
            wrong.Add($"{golden}: {records.Rows.Count} records of {records.Total} behind n = {row.N}");
        return wrong;
    }
}

namespace QualityInsight.Analytics;

/// <summary>Puts the figures of other periods beside the rows, and says whether a change is more than noise.</summary>
internal static class Comparisons
{
    private const int FewRecords = 10;

    internal static List<MetricRow> Add(
        List<MetricRow> rows, MetricDefinition metric, MetricQuery query, Period now, Func<Period, List<MetricRow>> figures,
        Func<Period, bool> observed, Func<IReadOnlyList<MetricRow>, IReadOnlyList<MetricComparison>> peers)
    {
        if (query.Compare.Count == 0)
            return rows;
        var besides = query.Compare.Select(kind => kind switch
        {
            Comparison.Peers => peers(rows),
            Comparison.Target => [.. rows.Select(r => TargetComparison.Beside(r, metric, now))],
            _ => Earlier(rows, metric, kind, now, figures, observed),
        }).ToList();
        return [.. rows.Select((row, i) => row with { Comparisons = [.. besides.Select(b => b[i])] })];
    }

    private static List<MetricComparison> Earlier(
        List<MetricRow> rows, MetricDefinition metric, string kind, Period now, Func<Period, List<MetricRow>> figures, Func<Period, bool> observed)
    {
        var then = Comparison.Of(kind, now);
        var found = figures(then).ToDictionary(r => Key(r.Dimensions.Select(d => DimensionCode.Moved(d.Dimension, d.Code, then, now))));
        // Before the data begin nothing was counted, which is not the same as counting nothing.
        var wasObserved = observed(then);
        return [.. rows.Select(row => wasObserved
            ? Compare(kind, then, row, found.GetValueOrDefault(Key(row.Dimensions.Select(d => d.Code))), metric, now)
            : new(kind, then, null, 0, null, null, null, null, ChangeVerdict.Untested))];
    }

    private static MetricComparison Compare(
        string kind, Period then, MetricRow row, MetricRow? before, MetricDefinition metric, Period now)
    {
        // A group that is not there counted nothing; it had no mean.
        var counts = metric.Aggregate is MetricAggregate.Count or MetricAggregate.Sum or MetricAggregate.Distinct;
        var value = before?.Value ?? (counts ? 0 : null);
        var change = row.Value - value;
        return new(kind, then, value, before?.N ?? 0, before?.Numerator, before?.Denominator,
            change, value is null or 0 ? null : change / value, Verdict(row, before, metric, then, now));
    }

    private static ChangeVerdict Verdict(MetricRow row, MetricRow? before, MetricDefinition metric, Period then, Period now)
    {
        switch (metric.Aggregate)
        {
            case MetricAggregate.Share when row.N > 0 && before is { N: > 0 }:
                return Math.Min(row.N, before.N) < FewRecords
                    ? ChangeVerdict.TooFew
                    : ChangeTest.Verdict(ChangeTest.TwoProportions((long)row.Numerator!, row.N, (long)before.Numerator!, before.N));
            // Volumes (tickets, numbers taken) vary far more than a Poisson count; only rare events are tested as one.
            case MetricAggregate.Count when metric.Direction != MetricDirection.None:
                return ChangeTest.Verdict(ChangeTest.Counts(row.N, before?.N ?? 0, now.Days!.Value, then.Days!.Value));
            default:
                return ChangeVerdict.Untested;
        }
    }

    private static string Key(IEnumerable<string?> codes) => string.Join('\u001f', codes.Select(c => c is null ? "\u0000" : "=" + c));
}

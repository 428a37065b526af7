namespace QualityInsight.Analytics;

/// <summary>
/// Ranks rows when much of their difference is noise: a minimum number of records, shares shrunk towards the common mean
/// (<see cref="BetaBinomial"/>), equal estimates as ties with a gap after them (1, 1, 3).
/// </summary>
internal static class Ranker
{
    internal static List<MetricRow> Rank(List<MetricRow> rows, MetricDefinition metric, RankingOptions options)
    {
        if (options.MinN < 1)
            throw new MetricQueryException($"A ranking needs a minimum n of at least 1, not {options.MinN}.");
        var prior = options.Shrink && metric.Aggregate == MetricAggregate.Share
            ? BetaBinomial.Fit([.. rows.Select(r => (r.Numerator ?? 0, r.Denominator ?? 0))])
            : null;
        var estimated = rows.Select(r => r with
        {
            Shrunk = prior is null || r.N == 0 ? null : prior.Estimate(r.Numerator!.Value, r.Denominator!.Value) * metric.Scale,
        }).ToList();

        double Estimate(MetricRow row) => Rounded((row.Shrunk ?? row.Value)!.Value);
        bool Ranked(MetricRow row) => row.Value is not null && row.N >= options.MinN;
        var sign = metric.Direction == MetricDirection.Lower ? 1 : -1;
        var order = estimated.Where(Ranked).Select(r => sign * Estimate(r)).Order().ToList();
        return [.. estimated.Select(r => Ranked(r)
            ? r with { Rank = 1 + order.FindIndex(v => v == sign * Estimate(r)) }
            : r with { Note = $"n < {options.MinN}" })];
    }

    /// <summary>Nine significant digits: what differs only by the order of summation is a tie.</summary>
    private static double Rounded(double value)
    {
        if (value == 0)
            return 0;
        var scale = Math.Pow(10, 9 - (int)Math.Ceiling(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }
}

namespace QualityInsight.Analytics;

/// <summary>
/// Ranks rows when much of their difference is noise: a minimum number of records, shares shrunk towards the common mean
/// (<see cref="BetaBinomial"/>), equal estimates as ties with a gap after them (1, 1, 3), and a band of places for each row:
/// rows whose 95 % intervals overlap are not told apart (after Goldstein and Spiegelhalter, J. Roy. Stat. Soc. A 159 (1996) 385–443:
/// a rank without its uncertainty misleads).
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
        var placed = estimated.Where(Ranked).Select(r => Range(r, metric, prior, sign, sign * Estimate(r))).ToList();
        var (bests, worsts) = (placed.Select(p => p.Worst).Order().ToList(), placed.Select(p => p.Best).Order().ToList());
        var next = 0;
        return [.. estimated.Select(r =>
        {
            if (!Ranked(r))
                return r with { Note = $"n < {options.MinN}" };
            var (best, worst) = placed[next++];
            return r with
            {
                Rank = 1 + order.FindIndex(v => v == sign * Estimate(r)),
                RankFrom = 1 + bests.Count(v => v < best),
                RankTo = placed.Count - worsts.Count(v => v > worst),
            };
        })];
    }

    /// <summary>The ends of what the row may truly be, lower is better.</summary>
    private static (double Best, double Worst) Range(MetricRow row, MetricDefinition metric, BetaBinomial? prior, int sign, double estimate)
    {
        if (metric.Aggregate != MetricAggregate.Share)
            return (estimate, estimate);
        var interval = prior?.Credible(row.Numerator!.Value, row.Denominator!.Value) ?? Proportion.Wilson(row.Numerator!.Value, row.Denominator!.Value);
        return sign > 0 ? (interval.Low, interval.High) : (-interval.High, -interval.Low);
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

using System.Globalization;

namespace QualityInsight.Analytics;

/// <summary>One identity between figures, and whether it holds.</summary>
/// <param name="Id"><c>levels_total</c>, <c>channels_total</c>, <c>work_orders</c>, <c>reviews_cases</c>, <c>average</c>, <c>on_time_late</c>.</param>
/// <param name="Left">The figure on the left.</param>
/// <param name="Right">What it should be (or, for <c>reviews_cases</c>, not exceed).</param>
/// <param name="Holds">True where the identity holds.</param>
/// <param name="SaysZh">What was compared, with the figures, in Chinese.</param>
/// <param name="SaysEn">The same in English.</param>
public sealed record ReconciliationCheck(string Id, double Left, double Right, bool Holds, string SaysZh, string SaysEn);

/// <summary>Totals as a bulletin publishes them.</summary>
/// <param name="Reviews">All reviews.</param>
/// <param name="Levels">Counts of levels 1 to 5.</param>
/// <param name="Cases">Matters handled; null where not published.</param>
/// <param name="Channels">Counts by channel; null where not published.</param>
/// <param name="WorkOrders">Bad-review work orders; null where not published.</param>
/// <param name="Average">Average score; null where not published.</param>
public sealed record PublishedTotals(
    long Reviews, IReadOnlyList<long> Levels, long? Cases = null, IReadOnlyList<long>? Channels = null, long? WorkOrders = null,
    double? Average = null);

/// <summary>
/// Identities that honest totals keep. Bulletins break them (levels that do not add up, more reviews than cases, averages that
/// cannot be rebuilt), and so may feeds.
/// </summary>
public static class Reconciliation
{
    /// <summary>The checks that published totals allow.</summary>
    /// <param name="totals">What was published.</param>
    /// <param name="scores">Points of levels 1 to 5; null for 0, 3, 6, 8, 10.</param>
    public static IReadOnlyList<ReconciliationCheck> Of(PublishedTotals totals, IReadOnlyList<double>? scores = null)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var levels = totals.Levels.Sum();
        var bad = totals.Levels[0] + totals.Levels[1];
        var checks = new List<ReconciliationCheck> { Equal("levels_total", levels, totals.Reviews, "各级评价之和", "评价总数", "sum of levels", "reviews") };
        if (totals.Channels is { } channels)
            checks.Add(Equal("channels_total", channels.Sum(), totals.Reviews, "各渠道评价之和", "评价总数", "sum of channels", "reviews"));
        if (totals.WorkOrders is { } orders)
            checks.Add(Equal("work_orders", orders, bad, "差评工单数", "差评数", "work orders", "bad reviews"));
        if (totals.Cases is { } cases)
            checks.Add(NotMore("reviews_cases", totals.Reviews, cases));
        if (totals.Average is { } published && levels > 0)
        {
            var rebuilt = AverageScore(totals.Levels, scores)!.Value;
            checks.Add(new("average", published, rebuilt, Math.Abs(published - rebuilt) < 0.05,
                string.Create(CultureInfo.InvariantCulture, $"公布平均分 {published:0.##}，按各级计数重算 {rebuilt:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"published average {published:0.##}, rebuilt from the levels {rebuilt:0.00}")));
        }
        return checks;
    }

    /// <summary>Average score of counts by level; null of nothing.</summary>
    /// <param name="levels">Counts of levels 1 to 5.</param>
    /// <param name="scores">Points of levels 1 to 5; null for 0, 3, 6, 8, 10.</param>
    public static double? AverageScore(IReadOnlyList<long> levels, IReadOnlyList<double>? scores = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        scores ??= new AnalyticsOptions().Scores;
        var n = levels.Sum();
        return n == 0 ? null : levels.Zip(scores, (count, score) => count * score).Sum() / n;
    }

    /// <summary>The checks over a period of our own facts.</summary>
    /// <param name="engine">Where the figures come from.</param>
    /// <param name="period">The days.</param>
    /// <param name="where">Filters that reviews, tickets and cases all have (org, hall, area, item).</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<ReconciliationCheck> Of(
        IMetricEngine engine, Period period, IReadOnlyList<MetricFilter>? where = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var filters = where ?? [];
        MetricResult Ask(string metric, string? by = null, MetricFilter? also = null) => engine.Run(
            new(metric) { Period = period, Where = also is null ? filters : [.. filters, also], By = by is null ? [] : [by] }, cancellation);
        double Count(string metric, MetricFilter? also = null) => Ask(metric, also: also).Single.Value ?? 0;
        double Sum(string metric, string by) => Ask(metric, by).Rows.Sum(r => r.Value ?? 0);
        var opened = Ask("opened_rate").Single;
        var onTime = Ask("on_time_rate").Single;
        return
        [
            Equal("levels_total", Sum("reviews", "level"), Count("reviews"), "各级评价之和", "评价总数", "sum of levels", "reviews"),
            Equal("channels_total", Sum("reviews", "channel"), Count("reviews"), "各渠道评价之和", "评价总数", "sum of channels", "reviews"),
            Equal("work_orders", opened.Numerator ?? 0, opened.N, "已立案的主动差评", "主动差评数", "active bad reviews with a case", "active bad reviews"),
            NotMore("reviews_cases", Count("reviews", new("object_type", "MATTER")), Count("tickets_closed")),
            Equal("on_time_late", (onTime.Numerator ?? 0) + Count("late_count"), onTime.N, "按时与逾期办结之和", "有承诺期限的办结数",
                "closed on time plus late", "closed with a promise"),
        ];
    }

    private static ReconciliationCheck Equal(string id, double left, double right, string leftZh, string rightZh, string leftEn, string rightEn)
    {
        var holds = left == right;
        return new(id, left, right, holds,
            string.Create(CultureInfo.InvariantCulture, $"{leftZh} {left:#,0} {(holds ? "=" : "≠")} {rightZh} {right:#,0}"),
            string.Create(CultureInfo.InvariantCulture, $"{leftEn} {left:#,0} {(holds ? "=" : "≠")} {rightEn} {right:#,0}"));
    }

    private static ReconciliationCheck NotMore(string id, double reviews, double cases)
    {
        var share = cases > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100 * reviews / cases:0.0} %)") : "";
        var holds = reviews <= cases;
        return new(id, reviews, cases, holds,
            string.Create(CultureInfo.InvariantCulture, $"评价 {reviews:#,0} 条{(holds ? "不多于" : "多于")}办件 {cases:#,0} 件{share}"),
            string.Create(CultureInfo.InvariantCulture, $"{reviews:#,0} reviews are {(holds ? "not more" : "more")} than {cases:#,0} cases{share}"));
    }
}

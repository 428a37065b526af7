using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly;

/// <summary>A trend of half a year, drawn.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Note">How its limits were made.</param>
/// <param name="Last">The last week on the control chart.</param>
/// <param name="HasLimits">False where history is too short for limits: then nothing is a signal.</param>
/// <param name="Weeks">What is drawn, oldest first.</param>
/// <param name="UnitName">Its unit.</param>
public sealed record TrendChart(ChartOption Chart, string Note, ControlPoint Last, bool HasLimits, IReadOnlyList<TrendWeek> Weeks, string UnitName);

/// <summary>Trends of half a year with control limits, from the metric layer's weekly figures; the same in report and dashboard.</summary>
public sealed class WeeklyTrend(IMetricEngine engine, Period week, IReadOnlyList<MetricFilter> where, ReportLanguage language, CancellationToken cancellation = default)
{
    /// <summary>Weeks of history behind control limits: half a year.</summary>
    public const int HowMany = 26;

    // Limits from a handful of weeks would call noise a signal.
    private const int FewestForLimits = 8;

    /// <summary>One number a week on an individuals chart (medians, quantiles, counts).</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="question">The chart's title.</param>
    /// <param name="unit">Factor from the metric's unit to the chart's.</param>
    /// <param name="unitName">The chart's unit.</param>
    /// <param name="decimals">Decimals of the figures written.</param>
    public TrendChart? Individuals(string metric, string question, double unit, string unitName, int decimals = 1)
    {
        var weeks = Of(metric);
        var note = language.Pick("控制限：单值图，均值 ± 2.66 × 平均移动极差；◆＝触发 Western Electric 规则。", "Limits: individuals chart, mean ± 2.66 × mean moving range; ◆ = a Western Electric rule speaks.");
        return Draw(metric, question, unit, unitName, decimals, double.PositiveInfinity, note, weeks, ControlChart.Individuals([.. weeks.Select(w => w.Row?.Value)], 0));
    }

    /// <summary>A share a week on a p′ chart (Laney), since n is in the thousands.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="question">The chart's title.</param>
    public TrendChart? Share(string metric, string question)
    {
        var weeks = Of(metric);
        var note = language.Pick("控制限：p′ 图（Laney），随每周 n 变化；◆＝触发 Western Electric 规则。", "Limits: p′ chart (Laney), moving with each week's n; ◆ = a Western Electric rule speaks.");
        return Draw(metric, question, 100, "%", 2, 100, note, weeks, ControlChart.P([.. weeks.Select(w => (w.Row?.Numerator ?? 0, w.Row?.Denominator ?? 0))], laney: true));
    }

    /// <summary>The figure of each of the weeks up to this one, oldest first; weeks without a record have no row.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="yearsBack">1: the same weeks a year before.</param>
    public IReadOnlyList<(string Week, MetricRow? Row)> Of(string metric, int yearsBack = 0)
    {
        var last = yearsBack == 0 ? week : Comparison.Of(Comparison.LastYear, week);
        var period = new Period(last.From!.Value.AddDays(-7 * (HowMany - 1)), last.To);
        var rows = engine.Run(new MetricQuery(metric) { Period = period, Where = where, By = ["week"] }, cancellation).Rows
            .ToDictionary(r => r.Code("week")!, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, HowMany).Select(i => Period.WeekName(period.From!.Value.AddDays(7 * i))).Select(w => (w, rows.GetValueOrDefault(w)))];
    }

    private TrendChart? Draw(string metric, string question, double unit, string unitName, int decimals, double ceiling, string note,
        IReadOnlyList<(string Week, MetricRow? Row)> weeks, IReadOnlyList<ControlPoint> points)
    {
        var lastYear = Of(metric, yearsBack: 1);
        var enough = points.Count(p => p.Value is not null) >= FewestForLimits;
        var drawn = weeks.Select((w, i) => new TrendWeek(w.Week[5..], points[i].Value * unit,
            enough ? Known(points[i].Low * unit) : null, enough ? Known(points[i].High * unit) : null,
            enough && points[i].Signals.Count > 0, lastYear[i].Row?.Value * unit));
        // The time before the first record is not part of the picture.
        var shown = drawn.SkipWhile(w => w.Value is null && w.LastYear is null).ToArray();
        var chart = WeeklyTrendChart.Build(question, unitName, shown, enough ? Known(points[^1].Centre * unit) : null, decimals, language, "trend-" + metric, ceiling);
        return chart is null ? null : new(chart, note, points[^1], enough, shown, unitName);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

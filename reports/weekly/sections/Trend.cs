using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Trends of half a year with control limits, from the metric layer's weekly figures and its control charts.</summary>
internal static class Trend
{
    /// <summary>One number a week on an individuals chart (medians).</summary>
    public static ChartOption? Individuals(Ask ask, string metric, string question, double unit, string unitName, int decimals)
    {
        var weeks = ask.Weeks(metric);
        var points = ControlChart.Individuals([.. weeks.Select(w => w.Row?.Value)], 0);
        return Draw(ask, metric, question, unit, unitName, decimals, weeks, points);
    }

    /// <summary>A share a week on a p′ chart (Laney), since n is in the thousands.</summary>
    public static ChartOption? Share(Ask ask, string metric, string question)
    {
        var weeks = ask.Weeks(metric);
        var points = ControlChart.P([.. weeks.Select(w => (w.Row?.Numerator ?? 0, w.Row?.Denominator ?? 0))], laney: true);
        return Draw(ask, metric, question, 100, "%", 2, weeks, points);
    }

    private static ChartOption? Draw(Ask ask, string metric, string question, double unit, string unitName, int decimals,
        IReadOnlyList<(string Week, MetricRow? Row)> weeks, IReadOnlyList<ControlPoint> points)
    {
        var lastYear = ask.Weeks(metric, yearsBack: 1);
        // Limits from a handful of weeks would call noise a signal.
        var enough = points.Count(p => p.Value is not null) >= 8;
        var drawn = weeks.Select((w, i) => new TrendWeek(w.Week[5..], points[i].Value * unit,
            enough ? Known(points[i].Low * unit) : null, enough ? Known(points[i].High * unit) : null,
            enough && points[i].Signals.Count > 0, lastYear[i].Row?.Value * unit));
        // The year before the first record is not part of the picture.
        var shown = drawn.SkipWhile(w => w.Value is null && w.LastYear is null).ToArray();
        return WeeklyTrendChart.Build(question, unitName, shown, enough ? Known(points[^1].Centre * unit) : null, decimals, ask.Language, "trend-" + metric);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

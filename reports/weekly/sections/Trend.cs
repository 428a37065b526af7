using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Trends of half a year with control limits, from the metric layer's weekly figures and its control charts.</summary>
internal static class Trend
{
    /// <summary>One number a week on an individuals chart (medians).</summary>
    /// <param name="ask">The report's questions.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="question">The chart's title.</param>
    /// <param name="unit">Factor from the metric's unit to the chart's.</param>
    /// <param name="unitName">The chart's unit.</param>
    public static ChartBlock? Individuals(Ask ask, string metric, string question, double unit, string unitName)
    {
        var weeks = ask.Weeks(metric);
        var points = ControlChart.Individuals([.. weeks.Select(w => w.Row?.Value)], 0);
        var note = ask.Language.Pick("控制限：单值图，均值 ± 2.66 × 平均移动极差；◆＝触发 Western Electric 规则。", "Limits: individuals chart, mean ± 2.66 × mean moving range; ◆ = a Western Electric rule speaks.");
        return Draw(ask, metric, question, unit, unitName, 1, double.PositiveInfinity, note, weeks, points);
    }

    /// <summary>A share a week on a p′ chart (Laney), since n is in the thousands.</summary>
    public static ChartBlock? Share(Ask ask, string metric, string question)
    {
        var weeks = ask.Weeks(metric);
        var points = ControlChart.P([.. weeks.Select(w => (w.Row?.Numerator ?? 0, w.Row?.Denominator ?? 0))], laney: true);
        var note = ask.Language.Pick("控制限：p′ 图（Laney），随每周 n 变化；◆＝触发 Western Electric 规则。", "Limits: p′ chart (Laney), moving with each week's n; ◆ = a Western Electric rule speaks.");
        return Draw(ask, metric, question, 100, "%", 2, 100, note, weeks, points);
    }

    private static ChartBlock? Draw(Ask ask, string metric, string question, double unit, string unitName, int decimals, double ceiling, string note,
        IReadOnlyList<(string Week, MetricRow? Row)> weeks, IReadOnlyList<ControlPoint> points)
    {
        var lastYear = ask.Weeks(metric, yearsBack: 1);
        // Limits from a handful of weeks would call noise a signal.
        var enough = points.Count(p => p.Value is not null) >= 8;
        var drawn = weeks.Select((w, i) => new TrendWeek(w.Week[5..], points[i].Value * unit,
            enough ? Known(points[i].Low * unit) : null, enough ? Known(points[i].High * unit) : null,
            enough && points[i].Signals.Count > 0, lastYear[i].Row?.Value * unit));
        // The time before the first record is not part of the picture.
        var shown = drawn.SkipWhile(w => w.Value is null && w.LastYear is null).ToArray();
        var chart = WeeklyTrendChart.Build(question, unitName, shown, enough ? Known(points[^1].Centre * unit) : null, decimals, ask.Language, "trend-" + metric, ceiling);
        return chart is null ? null : new(chart, note, enough ? Signal(ask, metric, points[^1]) : null);
    }

    private static Point? Signal(Ask ask, string metric, ControlPoint now)
    {
        if (now.Signals.Count == 0 || now.Value is not { } value) return null;
        var definition = ask.Catalogue[metric];
        var language = ask.Language;
        var figure = FigureText.WithUnit(definition, value, language);
        var rule = WesternElectric.Explain(now.Signals[0], language == ReportLanguage.Chinese);
        var worse = definition.Direction != MetricDirection.None && value > now.Centre != (definition.Direction == MetricDirection.Higher);
        return new(language.Pick(
            $"{FigureText.Name(definition, language)} {figure}，半年均值 {FigureText.WithUnit(definition, now.Centre, language)}：{rule}。",
            $"{FigureText.Name(definition, language)} {figure}, half-year mean {FigureText.WithUnit(definition, now.Centre, language)}: {rule}."), worse ? Tone.Act : Tone.Good);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

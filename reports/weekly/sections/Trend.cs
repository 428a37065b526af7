using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Trends of half a year as blocks of the report, with what they signal in words.</summary>
internal static class Trend
{
    /// <summary>One number a week on an individuals chart (medians).</summary>
    /// <param name="ask">The report's questions.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="question">The chart's title.</param>
    /// <param name="unit">Factor from the metric's unit to the chart's.</param>
    /// <param name="unitName">The chart's unit.</param>
    public static ChartBlock? Individuals(Ask ask, string metric, string question, double unit, string unitName) =>
        Block(ask, metric, ask.Trends.Individuals(metric, question, unit, unitName));

    /// <summary>A share a week on a p′ chart.</summary>
    public static ChartBlock? Share(Ask ask, string metric, string question) => Block(ask, metric, ask.Trends.Share(metric, question));

    private static ChartBlock? Block(Ask ask, string metric, TrendChart? trend) => trend is null ? null : new(
        trend.Chart, trend.Note, trend.HasLimits ? Signal(ask, metric, trend.Last) : null, Table($"{trend.Chart.Question} {trend.UnitName}", trend.Weeks, ask.Language));

    private static TableBlock Table(string title, IReadOnlyList<TrendWeek> weeks, ReportLanguage language) => new(title,
        [
            new(language.Pick("周", "Week"), false), new(language.Pick("数值", "Value")), new(language.Pick("下限", "Lower limit")), new(language.Pick("上限", "Upper limit")),
            new(language.Pick("信号", "Signal"), false), new(language.Pick("去年同周", "Year ago")),
        ],
        [.. weeks.Select(w => (IReadOnlyList<Cell>)[new Cell(w.Week), Number(w.Value), Number(w.Low), Number(w.High), new Cell(w.IsSignal ? "◆" : ""), Number(w.LastYear)])]);

    private static Cell Number(double? value) => new(Figures.Number(value, 4), Value: value);

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
}

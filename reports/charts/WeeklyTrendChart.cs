namespace QualityInsight.Reports.Charts;

/// <summary>One week of a trend.</summary>
/// <param name="Week">What stands on the axis, for example <c>W46</c>.</param>
/// <param name="Value">The figure, already in the unit of the chart (minutes, percent); null where there is none.</param>
/// <param name="Low">Lower control limit of that week, same unit; null for none.</param>
/// <param name="High">Upper control limit of that week, same unit; null for none.</param>
/// <param name="IsSignal">True where a control-chart rule says the week is out of ordinary variation.</param>
/// <param name="LastYear">The same week a year before, same unit; null where unknown.</param>
public sealed record TrendWeek(string Week, double? Value, double? Low, double? High, bool IsSignal, double? LastYear = null);

/// <summary>Whether the week is out of the ordinary: the weeks as a line, control limits dashed, signals marked by shape.</summary>
public static class WeeklyTrendChart
{
    /// <summary>Builds the chart. Null where fewer than two weeks have a figure.</summary>
    /// <param name="question">The title, for example "等候时间变了吗？".</param>
    /// <param name="unit">The unit as it stands on the axis.</param>
    /// <param name="weeks">Oldest first; the last one is the week reported.</param>
    /// <param name="centre">The centre line, same unit; null for none.</param>
    /// <param name="decimals">Decimals of the figures written.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="kind">The chart's id where a page shows several trends.</param>
    /// <param name="ceiling">The largest value there can be, 100 for percentages; the axis does not go beyond.</param>
    public static ChartOption? Build(string question, string unit, IReadOnlyList<TrendWeek> weeks, double? centre, int decimals, ReportLanguage language, string kind = "weekly-trend", double ceiling = double.PositiveInfinity)
    {
        if (weeks.Count(w => w.Value is not null) < 2) return null;
        var last = weeks.Count - 1;
        var all = weeks.SelectMany(w => new[] { w.Value, w.Low, w.High, w.LastYear }).OfType<double>().ToArray();
        var (min, max, step) = Range(all.Min(), all.Max(), ceiling);

        object Thin(string name, string type, string color, Func<TrendWeek, double?> of, bool stepped = false) => new
        {
            type = "line", step = stepped ? "middle" : null, symbol = "none", silent = true, connectNulls = false,
            lineStyle = new { type, width = 1.2, color },
            itemStyle = new { color },
            endLabel = new { show = true, distance = 6, formatter = name, fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
            labelLayout = new { moveOverlap = "shiftY" },
            data = weeks.Select(w => Figures.Plot(of(w))),
        };
        string Named(string chinese, string english, double? at) => language.Pick(chinese, english) + " " + Figures.Number(at, decimals);

        var series = new List<object>();
        var now = weeks[last];
        if (weeks.Any(w => w.LastYear is not null)) series.Add(Thin(Named("去年", "last year", now.LastYear), "solid", ChartLook.Few, w => w.LastYear));
        if (centre is { } mean) series.Add(Thin(Named("平均", "mean", mean), "dotted", ChartLook.InkSoft, _ => mean));
        if (weeks.Any(w => w.High is not null)) series.Add(Thin(Named("上限", "upper", now.High), "dashed", ChartLook.InkSoft, w => w.High, true));
        if (weeks.Any(w => w.Low is not null)) series.Add(Thin(Named("下限", "lower", now.Low), "dashed", ChartLook.InkSoft, w => w.Low, true));
        series.Add(new
        {
            type = "line", connectNulls = false,
            endLabel = new
            {
                show = true, distance = 8, formatter = Named("本周", "now", now.Value), fontFamily = ChartLook.Fonts, fontSize = 12, fontWeight = "bold",
                color = now.IsSignal ? ChartLook.ActNow : ChartLook.Ink,
            },
            labelLayout = new { moveOverlap = "shiftY" },
            lineStyle = new { width = 2, color = ChartLook.Accent }, itemStyle = new { color = ChartLook.Accent },
            data = weeks.Select((w, i) => new
            {
                value = Figures.Plot(w.Value),
                symbol = w.IsSignal ? "diamond" : "circle",
                symbolSize = w.IsSignal ? 12 : i == last ? 9 : 5,
                itemStyle = new { color = w.IsSignal ? ChartLook.ActNow : ChartLook.Accent },
                label = i != last && w.IsSignal
                    ? new { show = true, position = "top", formatter = Figures.Number(w.Value, decimals), fontFamily = ChartLook.Fonts, fontSize = 12, fontWeight = "bold", color = ChartLook.ActNow }
                    : null,
            }),
        });
        var option = new
        {
            animation = false,
            backgroundColor = "transparent",
            textStyle = ChartLook.Text(),
            grid = new { left = 46, right = 92, top = 30, bottom = 28 },
            xAxis = new
            {
                type = "category", boundaryGap = false, data = weeks.Select(w => w.Week),
                axisTick = new { show = false }, axisLine = new { lineStyle = new { color = ChartLook.InkSoft }, onZero = false },
                axisLabel = new { fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft, hideOverlap = true, showMaxLabel = true },
            },
            yAxis = new
            {
                type = "value", min, max, interval = step, name = unit, nameLocation = "end", nameGap = 12, nameTextStyle = ChartLook.Text(11, ChartLook.InkSoft, "center"),
                axisLabel = new { fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
                splitLine = new { lineStyle = new { color = ChartLook.Line } },
            },
            series,
        };
        return new ChartOption(kind, question, Answer(weeks, decimals, unit, language), ChartLook.ToJson(option), ChartLook.FullWidth, 200);
    }

    private static (double Min, double Max, double Step) Range(double low, double high, double ceiling)
    {
        var span = Math.Max(high - low, Math.Max(Math.Abs(high) * 0.02, 1e-6));
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(s => s * magnitude).First(s => span / s <= 5);
        var min = Math.Floor((low - (span * 0.08)) / step) * step;
        return (Math.Round(low >= 0 ? Math.Max(0, min) : min, 6), Math.Round(Math.Min(ceiling, Math.Ceiling((high + (span * 0.1)) / step) * step), 6), Math.Round(step, 6));
    }

    private static string Answer(IReadOnlyList<TrendWeek> weeks, int decimals, string unit, ReportLanguage language)
    {
        var now = weeks[^1];
        var figure = Figures.Number(now.Value, decimals) + (unit == "%" ? "%" : " " + unit);
        if (now.Value is null) return language.Pick("本周没有数据。", "No figure this week.");
        if (now.High is null && now.Low is null) return language.Pick($"本周 {figure}；历史不足，未画控制限。", $"This week {figure}; too little history for control limits.");
        return now.IsSignal
            ? language.Pick($"本周 {figure}，超出平常波动，值得查原因。", $"This week {figure}: out of ordinary variation, worth a look.")
            : language.Pick($"本周 {figure}，在平常波动之内。", $"This week {figure}: within ordinary variation.");
    }
}

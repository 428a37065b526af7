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
    private const int Height = 200;
    private const int Top = 30;
    private const int Bottom = 28;

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

        var now = weeks[last];
        string Named(string chinese, string english, double? at) => language.Pick(chinese, english) + " " + Figures.Number(at, decimals);
        List<(string Name, double? At)> ends =
        [
            (Named("本周", "now", now.Value), now.Value), (Named("去年", "last year", now.LastYear), now.LastYear), (Named("平均", "mean", centre), centre),
            (Named("上限", "upper", now.High), now.High), (Named("下限", "lower", now.Low), now.Low),
        ];
        var shifts = Apart([.. ends.Select(e => e.At is { } at ? (max - at) / (max - min) * (Height - Top - Bottom) : (double?)null)]);
        object EndLabel(int i, int size, string color, string? weight = null) => new
        {
            show = true,
            distance = 7,
            offset = new[] { 0, shifts[i] },
            formatter = ends[i].Name,
            fontFamily = ChartLook.Fonts,
            fontSize = size,
            fontWeight = weight,
            color,
        };
        object Thin(int label, string type, string color, Func<TrendWeek, double?> of, bool stepped = false) => new
        {
            type = "line",
            step = stepped ? "middle" : null,
            symbol = "none",
            silent = true,
            connectNulls = false,
            lineStyle = new { type, width = 1.2, color },
            itemStyle = new { color },
            endLabel = EndLabel(label, 11, ChartLook.InkSoft),
            data = weeks.Select(w => Figures.Plot(of(w))),
        };

        var series = new List<object>();
        if (weeks.Any(w => w.LastYear is not null)) series.Add(Thin(1, "solid", ChartLook.Few, w => w.LastYear));
        if (centre is { } mean) series.Add(Thin(2, "dotted", ChartLook.InkSoft, _ => mean));
        if (weeks.Any(w => w.High is not null)) series.Add(Thin(3, "dashed", ChartLook.InkSoft, w => w.High, true));
        if (weeks.Any(w => w.Low is not null)) series.Add(Thin(4, "dashed", ChartLook.InkSoft, w => w.Low, true));
        series.Add(new
        {
            type = "line",
            connectNulls = false,
            endLabel = EndLabel(0, 12, now.IsSignal ? ChartLook.ActNow : ChartLook.Ink, "bold"),
            lineStyle = new { width = 2, color = ChartLook.Accent },
            itemStyle = new { color = ChartLook.Accent },
            data = weeks.Select((w, i) => new
            {
                value = Figures.Plot(w.Value),
                symbol = w.IsSignal ? "diamond" : "circle",
                symbolSize = i == last ? (w.IsSignal ? 13 : 9) : w.IsSignal ? 10 : 5,
                // Past signals are history; only the week reported asks for action.
                itemStyle = new { color = w.IsSignal ? (i == last ? ChartLook.ActNow : ChartLook.Ink) : ChartLook.Accent, opacity = 1 },
            }),
        });
        var option = new
        {
            animation = false,
            backgroundColor = "transparent",
            textStyle = ChartLook.Text(),
            grid = new { left = 46, right = 92, top = Top, bottom = Bottom },
            xAxis = new
            {
                type = "category",
                boundaryGap = false,
                data = weeks.Select(w => w.Week),
                axisTick = new { show = false },
                axisLine = new { lineStyle = new { color = ChartLook.InkSoft }, onZero = false },
                axisLabel = new { fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft, hideOverlap = true, showMaxLabel = true },
            },
            yAxis = new
            {
                type = "value",
                min,
                max,
                interval = step,
                name = unit,
                nameLocation = "end",
                nameGap = 12,
                nameTextStyle = ChartLook.Text(11, ChartLook.InkSoft, "center"),
                axisLabel = new { fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
                splitLine = new { lineStyle = new { color = ChartLook.Line } },
            },
            series,
        };
        return new ChartOption(kind, question, Answer(weeks, decimals, unit, language), ChartLook.ToJson(option), ChartLook.FullWidth, Height);
    }

    /// <summary>How far each label must move down so that none touches another; the order of heights stays.</summary>
    private static double[] Apart(double?[] heights)
    {
        const double line = 14;
        var order = Enumerable.Range(0, heights.Length).Where(i => heights[i] is not null).OrderBy(i => heights[i]).ThenBy(i => i).ToArray();
        var placed = order.Select(i => heights[i]!.Value).ToArray();
        for (var i = 1; i < placed.Length; i++) placed[i] = Math.Max(placed[i], placed[i - 1] + line);
        // The stack may now hang too low: centre each touching group on where its labels wanted to be.
        for (var start = 0; start < placed.Length;)
        {
            var end = start + 1;
            while (end < placed.Length && placed[end] - placed[end - 1] <= line) end++;
            var shift = Enumerable.Range(start, end - start).Average(i => heights[order[i]]!.Value - placed[i]);
            var room = start == 0 ? double.NegativeInfinity : placed[start - 1] + line - placed[start];
            for (var i = start; i < end; i++) placed[i] += Math.Max(shift, room);
            start = end;
        }
        var shifts = new double[heights.Length];
        for (var i = 0; i < order.Length; i++) shifts[order[i]] = Math.Round(placed[i] - heights[order[i]]!.Value, 1);
        return shifts;
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

namespace QualityInsight.Reports.Charts;

/// <summary>One hall (大厅) and how long people waited there in the period.</summary>
/// <param name="Hall">The hall's name.</param>
/// <param name="MedianSeconds">Median wait of served numbers, seconds; null where nobody was served.</param>
/// <param name="P90Seconds">The wait nine in ten served people did not exceed, seconds.</param>
/// <param name="N">Served numbers with a known wait.</param>
public sealed record HallWait(string Hall, double? MedianSeconds, double? P90Seconds, long N);

/// <summary>Which hall waits longest: a bar for the median, a tick for P90, the target as a line, figures and n beside.</summary>
public static class WaitsByHallChart
{
    /// <summary>Builds the chart, longest median first; halls below <paramref name="minimumN"/> come last, grey. Null where no hall has a wait.</summary>
    /// <param name="halls">The halls of the period; those without a median are left out and said in the answer.</param>
    /// <param name="targetSeconds">The waiting target in seconds, or null where none is set.</param>
    /// <param name="minimumN">Fewer records than this are shown but not compared.</param>
    /// <param name="language">The reader's language.</param>
    public static ChartOption? Build(IReadOnlyList<HallWait> halls, double? targetSeconds, int minimumN, ReportLanguage language)
    {
        var rows = halls.Where(h => h.MedianSeconds is not null)
            .OrderBy(h => h.N < minimumN).ThenByDescending(h => h.MedianSeconds).ThenBy(h => h.Hall, StringComparer.Ordinal).ToArray();
        if (rows.Length == 0) return null;

        bool Over(HallWait h) => h.N >= minimumN && h.MedianSeconds > targetSeconds;
        string ColorOf(HallWait h) => h.N < minimumN ? ChartLook.Few
            : Over(h) ? ChartLook.ActNow
            : h == rows[0] ? ChartLook.Accent : ChartLook.AccentSoft;

        object bars = new
        {
            type = "bar",
            barWidth = 13,
            data = rows.Select(h => new { value = Figures.Plot(h.MedianSeconds / 60, 2), itemStyle = new { color = ColorOf(h) } }),
            markLine = targetSeconds is { } t
                ? RowChart.ReferenceLine(t / 60, language.Pick($"目标 {Figures.Number(t / 60, 0)} 分", $"target {Figures.Number(t / 60, 0)} min"))
                : null,
        };
        object ticks = new
        {
            type = "scatter",
            symbol = "rect",
            symbolSize = new[] { 3, 17 },
            itemStyle = new { color = ChartLook.Ink, opacity = 1 },
            data = rows.Select((h, i) => new object?[] { Figures.Plot(h.P90Seconds / 60, 2), i }).Where(d => d[0] is not null),
        };
        var max = RowChart.NiceMax(Math.Max(rows.Max(h => Math.Max(h.MedianSeconds ?? 0, h.P90Seconds ?? 0)), targetSeconds ?? 0) / 60 * 1.03);
        var few = rows.Any(h => h.N < minimumN);
        var (json, height) = new RowChart([.. rows.Select(h => h.Hall)])
            .Column(language.Pick("中位", "median"), [.. rows.Select(h => (Over(h) ? "▲ " : "") + Figures.Minutes(h.MedianSeconds))])
            .Column("P90", [.. rows.Select(h => Figures.Minutes(h.P90Seconds))])
            .Column("n", [.. rows.Select(h => Figures.Count(h.N))], ChartLook.InkSoft)
            .Build(
                language.Pick("等候（分钟）：横条＝中位，竖线＝P90（九成人不超过）", "wait (minutes): bar = median, tick = P90 (nine in ten wait less)")
                    + (rows.Any(Over) ? language.Pick("；▲ 红色＝中位超过目标", "; ▲ red = median above target") : "")
                    + (few ? language.Pick($"；灰色＝n < {minimumN}，不作比较", $"; grey = n < {minimumN}, not compared") : ""),
                0, max, "{value}", [bars, ticks]);
        return new ChartOption("waits-by-hall", language.Pick("哪个大厅等得最久？", "Which hall waits longest?"),
            Answer(rows, minimumN, language), json, ChartLook.FullWidth, height);
    }

    private static string Answer(HallWait[] rows, int minimumN, ReportLanguage language)
    {
        if (rows[0] is not { } longest || longest.N < minimumN)
            return language.Pick($"没有大厅达到 n ≥ {minimumN}，不作比较。", $"No hall reaches n ≥ {minimumN}; nothing is compared.");
        return language.Pick(
            $"{longest.Hall}最久：中位 {Figures.Minutes(longest.MedianSeconds)} 分，P90 {Figures.Minutes(longest.P90Seconds)} 分（n={Figures.Count(longest.N)}）。",
            $"{longest.Hall}: median {Figures.Minutes(longest.MedianSeconds)} min, P90 {Figures.Minutes(longest.P90Seconds)} min (n={Figures.Count(longest.N)}).");
    }
}

namespace QualityInsight.Reports.Charts;

/// <summary>One problem type (服务问题类型) and how often it was named.</summary>
/// <param name="Problem">Code and name for the reader, for example <c>P01 超时/效率低</c>.</param>
/// <param name="Count">Bad reviews of the period that carry it; one review may carry several.</param>
/// <param name="LastWeek">The same a week before; null where unknown.</param>
public sealed record ProblemCount(string Problem, long Count, long? LastWeek);

/// <summary>What people complain of: a bar a problem type, last week as a tick.</summary>
public static class TopProblemsChart
{
    /// <summary>Builds the chart, most frequent first. Null where nothing was named.</summary>
    /// <param name="problems">One row a problem type.</param>
    /// <param name="reviews">Bad reviews that carry at least one problem type: the n of the shares.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="mostRows">At most this many are drawn; what was left out is said under the axis.</param>
    /// <param name="isWeek">The periods are weeks; otherwise they are called periods.</param>
    public static ChartOption? Build(IReadOnlyList<ProblemCount> problems, long reviews, ReportLanguage language, int mostRows = 10, bool isWeek = true)
    {
        var (now, before) = isWeek
            ? (language.Pick("本周", "this week"), language.Pick("上周", "last week")) : (language.Pick("本期", "this period"), language.Pick("上期", "period before"));
        var all = problems.Where(p => p.Count > 0).OrderByDescending(p => p.Count).ThenBy(p => p.Problem, StringComparer.Ordinal).ToArray();
        if (all.Length == 0 || reviews <= 0) return null;
        var rows = all.Take(mostRows).ToArray();
        object bars = new
        {
            type = "bar",
            barWidth = 13,
            data = rows.Select((p, i) => new { value = p.Count, itemStyle = new { color = i == 0 ? ChartLook.Accent : ChartLook.AccentSoft } }),
        };
        object ticks = new
        {
            type = "scatter",
            symbol = "rect",
            symbolSize = new[] { 3, 17 },
            itemStyle = new { color = ChartLook.Ink, opacity = 1 },
            data = rows.Select((p, i) => new { p.LastWeek, i }).Where(p => p.LastWeek is not null).Select(p => new[] { p.LastWeek!.Value, p.i }),
        };
        var (json, height) = new RowChart([.. rows.Select(p => p.Problem)])
            .Column(now, [.. rows.Select(p => Figures.Count(p.Count))])
            .Column(before, [.. rows.Select(p => Figures.Count(p.LastWeek))], ChartLook.InkSoft)
            .Column(language.Pick("占比", "share"), [.. rows.Select(p => Figures.Part(p.Count / (double)reviews))], ChartLook.InkSoft)
            .Build(
                language.Pick($"条：横条＝{now}，竖线＝{before}；一条差评可有几类问题（n={Figures.Count(reviews)}）", $"bad reviews: bar = {now}, tick = {before}; one review may name several (n={Figures.Count(reviews)})")
                    + (all.Length > rows.Length ? language.Pick($"；另有 {all.Length - rows.Length} 类未画", $"; {all.Length - rows.Length} more not drawn") : ""),
                0, RowChart.NiceMax(Math.Max(rows.Max(p => p.Count), rows.Max(p => p.LastWeek ?? 0)) * 1.02), "{value}", [bars, ticks], counts: true);
        return new ChartOption("top-problems", language.Pick("群众最不满意的是什么？", "What do people complain of most?"),
            language.Pick(
                $"最多的是“{rows[0].Problem}”：{Figures.Count(rows[0].Count)} 条，占 {Figures.Part(rows[0].Count / (double)reviews)}（n={Figures.Count(reviews)}）。",
                $"Most often “{rows[0].Problem}”: {Figures.Count(rows[0].Count)}, {Figures.Part(rows[0].Count / (double)reviews)} (n={Figures.Count(reviews)})."),
            json, ChartLook.FullWidth, height);
    }
}

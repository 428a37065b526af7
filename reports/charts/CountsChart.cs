namespace QualityInsight.Reports.Charts;

/// <summary>A thing and how many there are.</summary>
/// <param name="Name">Its name for the reader.</param>
/// <param name="N">How many.</param>
public sealed record CountRow(string Name, long N);

/// <summary>How many of each: a bar a row, most first, count and share beside.</summary>
public static class CountsChart
{
    /// <summary>Builds the chart. Null where there is nothing to count.</summary>
    /// <param name="kind">The chart's stable id.</param>
    /// <param name="question">Its title.</param>
    /// <param name="given">One row a thing.</param>
    /// <param name="scale">What is counted; stands under the axis.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="mostRows">At most this many rows are drawn; what was left out is said under the axis.</param>
    public static ChartOption? Build(string kind, string question, IReadOnlyList<CountRow> given, string scale, ReportLanguage language, int mostRows = 14)
    {
        var all = given.Where(r => r.N > 0).OrderByDescending(r => r.N).ThenBy(r => r.Name, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        var rows = all.Take(mostRows).ToArray();
        var n = all.Sum(r => r.N);
        object bars = new
        {
            type = "bar",
            barWidth = 13,
            data = rows.Select((r, i) => new { value = r.N, itemStyle = new { color = i == 0 ? ChartLook.Accent : ChartLook.AccentSoft } }),
        };
        var (json, height) = new RowChart([.. rows.Select(r => r.Name)])
            .Column("n", [.. rows.Select(r => Figures.Count(r.N))])
            .Column(language.Pick("占比", "share"), [.. rows.Select(r => Figures.Part(r.N / (double)n))], ChartLook.InkSoft)
            .Build(
                scale + language.Pick($"（n={Figures.Count(n)}）", $" (n={Figures.Count(n)})")
                    + (all.Length > rows.Length ? language.Pick($"；另有 {all.Length - rows.Length} 类未画", $"; {all.Length - rows.Length} more not drawn") : ""),
                0, RowChart.NiceMax(rows[0].N * 1.02), "{value}", [bars], counts: true);
        return new ChartOption(kind, question,
            language.Pick($"最多的是“{rows[0].Name}”：{Figures.Count(rows[0].N)}，占 {Figures.Part(rows[0].N / (double)n)}。",
                $"Most often “{rows[0].Name}”: {Figures.Count(rows[0].N)}, {Figures.Part(rows[0].N / (double)n)}."),
            json, ChartLook.FullWidth, height);
    }
}

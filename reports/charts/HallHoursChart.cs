namespace QualityInsight.Reports.Charts;

/// <summary>One hour of the day in one hall.</summary>
/// <param name="Hall">The hall's name.</param>
/// <param name="Hour">The hour of the day the number was taken in, 0–23, local time.</param>
/// <param name="P90Seconds">P90 of the wait of served numbers, seconds; null where nobody was served.</param>
/// <param name="N">Served numbers with a known wait.</param>
public sealed record HallHour(string Hall, int Hour, double? P90Seconds, long N);

/// <summary>Where and when one waits longest: hall × hour, the P90 in minutes written in each cell, hatched where n is too small.</summary>
public static class HallHoursChart
{
    private const int NamesWidth = 170;

    /// <summary>Builds the chart, the hall with the longest hour first. Null where no cell has a wait.</summary>
    /// <param name="cells">Halls and hours that occurred.</param>
    /// <param name="minimumN">Cells with fewer records are hatched and carry no figure.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="mostRows">At most so many halls are drawn; what was left out is said under the map.</param>
    public static ChartOption? Build(IReadOnlyList<HallHour> cells, int minimumN, ReportLanguage language, int mostRows = 16)
    {
        var known = cells.Where(c => c is { P90Seconds: not null, N: > 0 }).ToArray();
        if (known.Length == 0) return null;
        var all = known.GroupBy(c => c.Hall, StringComparer.Ordinal)
            .OrderByDescending(g => g.Where(c => c.N >= minimumN).Max(c => c.P90Seconds) ?? 0).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var halls = all.Take(mostRows).ToArray();
        var first = known.Min(c => c.Hour);
        var hours = Enumerable.Range(first, known.Max(c => c.Hour) - first + 1).ToArray();
        var (json, height) = HeatGrid.Build(
            [.. halls.Select(h => h.Key)], [.. hours.Select(HeatGrid.Hour)],
            [.. halls.SelectMany((h, row) => h.Select(c => new HeatCell(row, c.Hour - first, c.P90Seconds / 60, c.N)))], minimumN,
            language.Pick($"格中数字＝P90 等候（分钟，九成人不超过）；斜线＝n < {minimumN}，不作判断；空白＝无记录",
                $"figure = P90 wait (minutes, nine in ten wait no longer); hatched = n < {minimumN}, not judged; blank = no record")
                + (all.Length > halls.Length ? language.Pick($"；另有 {all.Length - halls.Length} 个大厅未画", $"; {all.Length - halls.Length} more not drawn") : ""),
            NamesWidth, minutes => Figures.Number(minutes, 0));
        return new ChartOption("hall-hours", language.Pick("哪个大厅、几点等得最久？", "Which hall, at which hour, keeps people longest?"),
            Answer([.. known.Where(c => c.N >= minimumN)], language), json, ChartLook.FullWidth, height);
    }

    private static string Answer(HallHour[] shown, ReportLanguage language)
    {
        if (shown.Length == 0) return language.Pick("各时段记录太少，不作判断。", "Too few records in every hour to judge.");
        var worst = shown.MaxBy(c => c.P90Seconds)!;
        return language.Pick(
            $"{worst.Hall} {worst.Hour:00} 时取号的最久：P90 {Figures.Minutes(worst.P90Seconds)} 分（n={Figures.Count(worst.N)}）。",
            $"{worst.Hall}, numbers taken at {worst.Hour:00}: P90 {Figures.Minutes(worst.P90Seconds)} min (n={Figures.Count(worst.N)}).");
    }
}

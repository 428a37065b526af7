using System.Globalization;

namespace QualityInsight.Reports.Charts;

/// <summary>One hour of one weekday.</summary>
/// <param name="Weekday">ISO weekday, 1 Monday to 7 Sunday.</param>
/// <param name="Hour">The hour of the day the number was taken in, 0–23, local time.</param>
/// <param name="MedianSeconds">Median wait of served numbers, seconds; null where nobody was served.</param>
/// <param name="N">Served numbers with a known wait.</param>
public sealed record HourWait(int Weekday, int Hour, double? MedianSeconds, long N);

/// <summary>When one waits longest: hour × weekday, the median in minutes written in each cell, hatched where n is too small.</summary>
public static class WaitHeatmapChart
{
    private const int NamesWidth = 54;

    /// <summary>Builds the chart. Null where no cell has a wait.</summary>
    /// <param name="cells">Hours that occurred; hours and weekdays without any record are not drawn.</param>
    /// <param name="minimumN">Cells with fewer records are hatched and carry no figure.</param>
    /// <param name="language">The reader's language.</param>
    public static ChartOption? Build(IReadOnlyList<HourWait> cells, int minimumN, ReportLanguage language)
    {
        var known = cells.Where(c => c is { MedianSeconds: not null, N: > 0 }).OrderBy(c => c.Weekday).ThenBy(c => c.Hour).ToArray();
        if (known.Length == 0) return null;
        var weekdays = Range(known.Min(c => c.Weekday), Math.Max(5, known.Max(c => c.Weekday)));
        var hours = Range(known.Min(c => c.Hour), known.Max(c => c.Hour));
        var (json, height) = HeatGrid.Build(
            [.. weekdays.Select(d => DayName(d, language))], [.. hours.Select(HeatGrid.Hour)],
            [.. known.Select(c => new HeatCell(c.Weekday - weekdays[0], c.Hour - hours[0], c.MedianSeconds / 60, c.N))], minimumN,
            language.Pick($"格中数字＝取号到叫号的中位等候（分钟）；斜线＝n < {minimumN}，不作判断；空白＝无记录",
                $"figure = median wait from taking a number to the call (minutes); hatched = n < {minimumN}, not judged; blank = no record"),
            NamesWidth, minutes => Figures.Number(minutes, minutes < 10 ? 1 : 0));
        return new ChartOption("wait-heatmap", language.Pick("什么时候等得最久？", "When does one wait longest?"),
            Answer([.. known.Where(c => c.N >= minimumN)], language), json, ChartLook.FullWidth, height);
    }

    private static int[] Range(int from, int to) => [.. Enumerable.Range(from, to - from + 1)];

    private static string DayName(int weekday, ReportLanguage language) => language.Pick(
        "周" + "一二三四五六日"[weekday - 1], CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[weekday % 7]);

    private static string Answer(HourWait[] shown, ReportLanguage language)
    {
        if (shown.Length == 0) return language.Pick("各时段记录太少，不作判断。", "Too few records in every hour to judge.");
        var worst = shown.MaxBy(c => c.MedianSeconds)!;
        return language.Pick(
            $"{DayName(worst.Weekday, language)} {worst.Hour:00} 时最久：中位 {Figures.Minutes(worst.MedianSeconds)} 分（n={Figures.Count(worst.N)}）。",
            $"{DayName(worst.Weekday, language)} {worst.Hour:00}:00: median {Figures.Minutes(worst.MedianSeconds)} min (n={Figures.Count(worst.N)}).");
    }
}

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
    private const int CellHeight = 25;

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
        var shown = known.Where(c => c.N >= minimumN).ToArray();
        var few = known.Where(c => c.N < minimumN).ToArray();
        var longest = shown.Length == 0 ? 1 : Math.Max(1, shown.Max(c => c.MedianSeconds!.Value / 60));

        int X(HourWait c) => c.Hour - hours[0];
        int Y(HourWait c) => c.Weekday - weekdays[0];
        var height = 24 + (weekdays.Length * CellHeight) + 40;
        var width = (ChartLook.FullWidth - 60) / (double)hours.Length;
        var option = new
        {
            animation = false,
            backgroundColor = "transparent",
            textStyle = ChartLook.Text(),
            grid = new { left = 54, right = 6, top = 24, bottom = 40 },
            xAxis = Axis(hours.Select(h => h.ToString("00", CultureInfo.InvariantCulture)), "top", false, null),
            yAxis = Axis(weekdays.Select(d => DayName(d, language)), "left", true, null),
            visualMap = new { show = false, min = 0, max = Figures.Plot(longest, 2), seriesIndex = 0, inRange = new { color = new[] { "#eef4f7", ChartLook.AccentSoft, ChartLook.Accent } } },
            series = new object[]
            {
                new
                {
                    type = "heatmap",
                    itemStyle = new { borderColor = "#ffffff", borderWidth = 2 },
                    label = new { show = true, fontFamily = ChartLook.Fonts, fontSize = 12 },
                    data = shown.Select(c => new
                    {
                        value = new object?[] { X(c), Y(c), Figures.Plot(c.MedianSeconds / 60, 2) },
                        label = new
                        {
                            formatter = Figures.Number(c.MedianSeconds / 60, c.MedianSeconds < 600 ? 1 : 0),
                            color = c.MedianSeconds / 60 > longest * 0.6 ? "#ffffff" : ChartLook.Ink,
                        },
                    }),
                },
                new
                {
                    type = "scatter",
                    symbol = "path://M0,0 H48 V16 H0 Z M0,16 L16,0 M16,16 L32,0 M32,16 L48,0",
                    symbolSize = new[] { Math.Round(width - 4, 1), CellHeight - 4 },
                    itemStyle = new { color = "transparent", borderColor = ChartLook.Few, borderWidth = 1, opacity = 1 },
                    data = few.Select(c => new[] { X(c), Y(c) }),
                },
            },
            graphic = new[]
            {
                new
                {
                    type = "text", left = 54, bottom = 8,
                    style = new
                    {
                        text = language.Pick($"格中数字＝取号到叫号的中位等候（分钟）；斜线＝n < {minimumN}，不作判断；空白＝无记录",
                            $"figure = median wait from taking a number to the call (minutes); hatched = n < {minimumN}, not judged; blank = no record"),
                        fontFamily = ChartLook.Fonts, fontSize = 11, fill = ChartLook.InkSoft,
                    },
                },
            },
        };
        return new ChartOption("wait-heatmap", language.Pick("什么时候等得最久？", "When does one wait longest?"),
            Answer(shown, language), ChartLook.ToJson(option), ChartLook.FullWidth, height);
    }

    private static object Axis(IEnumerable<string> names, string position, bool inverse, string? title) => new
    {
        type = "category",
        position,
        inverse,
        name = title,
        data = names,
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { interval = 0, fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
    };

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

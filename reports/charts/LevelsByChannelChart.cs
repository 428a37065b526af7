namespace QualityInsight.Reports.Charts;

/// <summary>The levels given over one channel (评价渠道).</summary>
/// <param name="Channel">The channel's name for the reader.</param>
/// <param name="Levels">Counts of the levels 5, 4, 3, 2, 1 in this order.</param>
public sealed record ChannelLevels(string Channel, IReadOnlyList<long> Levels)
{
    /// <summary>All reviews of the channel.</summary>
    public long N => Levels.Sum();

    /// <summary>Bad reviews: levels 2 and 1 (不满意, 非常不满意).</summary>
    public long Bad => Levels[3] + Levels[4];
}

/// <summary>Where bad reviews are given: the five levels as 100 % bars a channel, bad count and share beside.</summary>
public static class LevelsByChannelChart
{
    private static readonly string[] Chinese = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"];
    private static readonly string[] English = ["very satisfied", "satisfied", "fairly satisfied", "dissatisfied", "very dissatisfied"];

    /// <summary>Builds the chart, most reviews first. Null where there is no review.</summary>
    /// <param name="channels">One row a channel.</param>
    /// <param name="minimumN">Channels with fewer reviews are not named in the answer.</param>
    /// <param name="language">The reader's language.</param>
    public static ChartOption? Build(IReadOnlyList<ChannelLevels> channels, int minimumN, ReportLanguage language)
    {
        var rows = channels.Where(c => c.N > 0).OrderByDescending(c => c.N).ThenBy(c => c.Channel, StringComparer.Ordinal).ToArray();
        if (rows.Length == 0) return null;
        var names = Enumerable.Range(0, 5).Select(i => $"{5 - i}★ {(language == ReportLanguage.English ? English : Chinese)[i]}").ToArray();
        var series = names.Select((name, i) => (object)new
        {
            name,
            type = "bar",
            stack = "levels",
            barWidth = 15,
            itemStyle = new { color = ChartLook.Levels[i], decal = Decal(i), borderColor = "#ffffff", borderWidth = 0.5 },
            data = rows.Select(r => Segment(r, i)),
        });
        var (json, height) = new RowChart([.. rows.Select(r => r.Channel)])
            .Column(language.Pick("差评", "bad"), [.. rows.Select(r => Figures.Count(r.Bad))])
            .Column(language.Pick("差评率", "bad rate"), [.. rows.Select(r => Figures.Percent(r.Bad / (double)r.N))])
            .Column("n", [.. rows.Select(r => Figures.Count(r.N))], ChartLook.InkSoft)
            .Build(language.Pick("各等级占比（%）；差评＝2★ 与 1★", "share of each level (%); bad = 2★ and 1★"), 0, 100, "{value}", series,
                new
                {
                    top = 0,
                    left = 0,
                    data = names,
                    itemWidth = 13,
                    itemHeight = 9,
                    itemGap = 12,
                    selectedMode = false,
                    textStyle = ChartLook.Text(11, ChartLook.InkSoft),
                });
        return new ChartOption("levels-by-channel", language.Pick("差评从哪里来？", "Where do bad reviews come from?"),
            Answer(rows, minimumN, language), json, ChartLook.FullWidth, height);
    }

    private static object Segment(ChannelLevels row, int i)
    {
        var share = row.Levels[i] * 100.0 / row.N;
        return new
        {
            value = Figures.Plot(share, 3),
            label = share < 8 ? null : new
            {
                show = true,
                formatter = Figures.Number(share, 0),
                fontFamily = ChartLook.Fonts,
                fontSize = 11,
                color = i == 0 ? "#ffffff" : ChartLook.Ink,
                backgroundColor = i >= 3 ? "rgba(255,255,255,0.85)" : null,
                padding = new[] { 1, 3 },
            },
        };
    }

    // Bad levels are hatched as well as coloured, so that they are seen in grey print.
    private static object Decal(int i) => i < 3
        ? new { symbol = "none" }
        : (object)new { symbol = "rect", dashArrayX = new[] { 1, 0 }, dashArrayY = new[] { i == 3 ? 2 : 3, 3 }, rotation = -Math.Round(Math.PI / 4, 4), color = "rgba(255,255,255,0.45)" };

    private static string Answer(ChannelLevels[] rows, int minimumN, ReportLanguage language)
    {
        var bad = rows.Sum(r => r.Bad);
        var n = rows.Sum(r => r.N);
        var total = language.Pick(
            $"差评 {Figures.Count(bad)} 条，占 {Figures.Percent(bad / (double)n)}（n={Figures.Count(n)}）",
            $"{Figures.Count(bad)} bad reviews, {Figures.Percent(bad / (double)n)} (n={Figures.Count(n)})");
        var worst = rows.Where(r => r.N >= minimumN && r.Bad > 0).MaxBy(r => r.Bad / (double)r.N);
        return worst is null || rows.Length == 1
            ? total + language.Pick("。", ".")
            : total + language.Pick($"；n ≥ {minimumN} 的渠道中，{worst.Channel}比例最高。", $"; among channels with n ≥ {minimumN}, {worst.Channel} has the highest share.");
    }
}

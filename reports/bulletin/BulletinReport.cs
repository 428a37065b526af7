using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;
using QualityInsight.Reports.Weekly.Sections;

namespace QualityInsight.Reports.Bulletin;

/// <summary>
/// Builds the monthly public bulletin (政务服务“好差评”月度通报), shaped on Guangdong's: for everybody to read, so without small
/// cells (<see cref="SmallCells"/>), case numbers, windows or persons.
/// </summary>
public static class BulletinReport
{
    private static readonly (string Zh, string En, string[] Metrics)[] Groups =
    [
        ("业务量", "Volume", ["tickets", "visits", "reviews", "active_reviews"]),
        ("评价", "Reviews", ["good_rate", "active_good_rate", "active_rate", "default_share", "avg_score", "bad_reviews", "bad_review_rate"]),
        ("等候", "Waiting", ["wait_median", "wait_p90", "wait_over_30_share", "no_show_rate"]),
        ("办理", "Handling", ["on_time_rate", "early_rate", "immediate_rate"]),
        ("差评处置", "Loop", ["callback_rate_named", "reply_rate", "rectified_on_time_rate", "resatisfied_rate"]),
    ];

    /// <summary>Asks every question of the month and puts the answers in order.</summary>
    /// <param name="engine">The metric layer over one serving snapshot.</param>
    /// <param name="facts">Feeds and cases from the same snapshot.</param>
    /// <param name="month">The month, <c>2026-10</c>.</param>
    /// <param name="org">Code of the org, with those under it; null for the whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="time">The clock of the time stamp.</param>
    /// <param name="options">Minimum n, tolerance of feeds, draft.</param>
    /// <param name="cancellation">Stops between questions.</param>
    /// <exception cref="ReportRefusedException">Stale feeds, broken identities, no data; unless forced.</exception>
    /// <exception cref="FormatException">It is no month.</exception>
    public static ReportModel Build(IMetricEngine engine, IReportFacts facts, string month, string? org, ReportLanguage language,
        TimeProvider time, WeeklyOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var period = Period.Parse(month);
        if (month.Length != 7 || period.From?.AddMonths(1) != period.To) throw new FormatException($"\"{month}\" is no month; write for example 2026-10.");
        var frame = ReportFrame.Of(engine, facts, "bulletin", period, [Ask.PreviousMonth, Comparison.LastYear], org, language, options, cancellation);
        var ask = frame.Ask;
        var block = ask.Block(Groups.Select(g => (language.Pick(g.Zh, g.En), g.Metrics)));
        block = block with
        {
            Groups = [.. block.Groups.Select(g => g with { Figures = [.. g.Figures.Select(f => SmallCells.Open(f, ask.One(f.Metric), ask.Catalogue[f.Metric].Aggregate))] })],
        };
        ReportSection[] body =
        [
            new("overview", language.Pick("一、总体情况", "1  Overview"),
            [
                new PointsBlock(Said(ask, language)), block,
                new ParagraphBlock(language.Pick($"n＝所依据的记录数；区间＝95% Wilson 区间；—＝分母为零。为保护个人信息，少于 {SmallCells.Limit} 的数及由其可推算的数不公布（以 {SmallCells.Mark} 或 * 代替）。",
                    $"n = records behind the figure; interval = 95% Wilson interval; — = zero denominator. To protect persons, numbers below {SmallCells.Limit} and those they could be computed from are not published ({SmallCells.Mark} or *)."), IsSmall: true),
            ]),
            new("reviews", language.Pick("二、评价", "2  Reviews"), Reviews(ask, options)),
            new("waiting", language.Pick("三、办事大厅等候", "3  Waiting in the halls"), Halls(ask, options)),
            new("problems", language.Pick("四、群众反映的问题", "4  What people named"), Problems(ask)),
        ];
        var model = frame.Model(language.Pick("政务服务“好差评”月度通报", "Monthly Bulletin on Government Service Reviews"), month, body, [], time);
        // The identities were checked; printing their counts would open what was closed.
        return model with { Sections = [.. model.Sections.Select(s => s.Id == "appendix" ? s with { Blocks = [.. s.Blocks.Skip(1)], Title = language.Pick("附  指标口径", "Appendix  Definitions") } : s)] };
    }

    private static IReadOnlyList<Point> Said(Ask ask, ReportLanguage language)
    {
        var (reviews, good, late) = (ask.One("reviews"), ask.One("active_good_rate"), ask.One("rectified_on_time_rate"));
        string Rate(string metric, MetricRow row) => SmallCells.IsSmall(row, ask.Catalogue[metric].Aggregate) ? SmallCells.Mark : Figures.Percent(row.Value);
        return
        [
            new(language.Pick($"本月收到评价 {Figures.Count(reviews.N)} 条，主动评价好评率 {Rate("active_good_rate", good)}。", $"{Figures.Count(reviews.N)} reviews this month; good among active reviews: {Rate("active_good_rate", good)}.")),
            new(language.Pick($"差评按期整改率 {Rate("rectified_on_time_rate", late)}。", $"Bad reviews put right on time: {Rate("rectified_on_time_rate", late)}.")),
        ];
    }

    private static List<ReportBlock> Reviews(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var channels = ReviewsSection.Channels(ask);
        if (channels.Length == 0) return [new ParagraphBlock(language.Pick("本月没有评价。", "No reviews this month."))];
        var open = SmallCells.Open([.. channels.Select(c => (IReadOnlyList<long>)c.Levels)]);
        var all = SmallCells.Open([.. Enumerable.Range(0, 5).Select(i => channels.Sum(c => c.Levels[i]))]);
        var empty = ReviewsSection.LevelTable(language.Pick("各渠道各等级评价（条）", "Reviews by channel and level"), [], language);
        var rows = channels.Select((c, i) => (IReadOnlyList<Cell>)[new Cell(c.Channel), .. open[i].Select(n => new Cell(SmallCells.Text(n))), new Cell(SmallCells.IsSmall(c.Levels.Sum()) ? "*" : Figures.Count(c.Levels.Sum()))])
            .Append([new Cell(language.Pick("合计", "All")), .. all.Select(n => new Cell(SmallCells.Text(n))), new Cell(Figures.Count(channels.Sum(c => c.Levels.Sum())))]);
        return [empty with { Rows = [.. rows], Note = language.Pick("各等级之和＝合计（已核对）。*＝少于 10，或由其可推算。", "Levels add up to the totals (checked). * = below 10, or such could be computed from it.") }];
    }

    private static List<ReportBlock> Halls(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var halls = ask.Join("hall", "wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share", "no_show_rate")
            .Where(h => h.Rows[0]?.N >= options.MinimumN).ToArray();
        if (halls.Length == 0) return [new ParagraphBlock(language.Pick("本月没有记录足够的大厅。", "No hall has enough records this month."))];
        var blocks = new List<ReportBlock>();
        var target = ask.Catalogue["wait_median"].Target ?? options.WaitTargetSeconds;
        if (WaitsByHallChart.Build([.. halls.Select(h => new HallWait(ask.NameOf(h.At), h.Rows[0]?.Value, h.Rows[1]?.Value, h.Rows[0]?.N ?? 0))], target, options.MinimumN, language) is { } chart)
            blocks.Add(new ChartBlock(chart, language.Pick($"只列 n ≥ {options.MinimumN} 的大厅。", $"Halls with n ≥ {options.MinimumN} only.")));
        return blocks;
    }

    private static List<ReportBlock> Problems(Ask ask)
    {
        var language = ask.Language;
        MetricFilter[] bad = [new("level", ["1", "2"])];
        var tags = ask.By("tag_reviews", [], bad, "tag").Where(r => r.Code("tag") is not null && r.N >= SmallCells.Limit).OrderByDescending(r => r.N).ThenBy(r => r.Code("tag"), StringComparer.Ordinal).Take(10).ToArray();
        var items = ask.By("bad_reviews", "item").Where(r => r.Code("item") is not null && r.N >= SmallCells.Limit).OrderByDescending(r => r.N).ThenBy(r => r.Code("item"), StringComparer.Ordinal).Take(10).ToArray();
        var note = language.Pick($"只列 {SmallCells.Limit} 次及以上的。", $"Those named {SmallCells.Limit} times or more.");
        var blocks = new List<ReportBlock>();
        if (tags.Length > 0)
            blocks.Add(new TableBlock(language.Pick("差评勾选的评价内容", "Indicators ticked in bad reviews"),
                [new(language.Pick("代码", "Code"), false), new(language.Pick("评价内容", "Indicator"), false), new(language.Pick("次数", "Times"))],
                [.. tags.Select(r => (IReadOnlyList<Cell>)[new Cell(r.Code("tag")!), new Cell(ask.NameOf(r.Dimensions[0])), new Cell(Figures.Count(r.N))])], note));
        if (items.Length > 0)
            blocks.Add(new TableBlock(language.Pick("差评较多的事项", "Items with most bad reviews"),
                [new(language.Pick("事项", "Item"), false), new(language.Pick("差评（条）", "Bad reviews"))],
                [.. items.Select(r => (IReadOnlyList<Cell>)[new Cell(ask.NameOf(r.Dimensions[0])), new Cell(Figures.Count(r.N))])], note));
        if (blocks.Count == 0)
            blocks.Add(new ParagraphBlock(language.Pick($"本月没有达到 {SmallCells.Limit} 次的评价内容或事项，不公布。", $"No indicator or item was named {SmallCells.Limit} times; none is published.")));
        return blocks;
    }
}

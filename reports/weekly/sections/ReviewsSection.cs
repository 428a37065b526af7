using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Reviews (评价): what the good rate is worth, where bad reviews come from, what they name.</summary>
internal static class ReviewsSection
{
    /// <summary>Figures beside those of the overview.</summary>
    internal static readonly string[] Rates = ["bad_reviews", "unflagged_good_rate"];

    public static ReportSection Build(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock>();
        if (ReviewsTrioChart.Build(Row(ask.One("good_rate")), Row(ask.One("active_good_rate")),
            Row(ask.One("unflagged_good_rate")), language) is { } trio)
            blocks.Add(new ChartBlock(trio));
        else
            blocks.Add(new ParagraphBlock(language.Pick("本周没有评价。", "No reviews were received this week.")));

        var channels = Channels(ask);
        if (LevelsByChannelChart.Build(channels, options.MinimumN, language) is { } levels) blocks.Add(new ChartBlock(levels, Data: LevelTable(levels.Question, channels, language)));
        if (Trend.Share(ask, "bad_review_rate", language.Pick("差评率变了吗？", "Has the bad-review rate changed?")) is { } trend)
            blocks.Add(trend);

        if (TopProblemsChart.Build(Problems(ask), ask.One("bad_reviews").N, language) is { } top)
            blocks.Add(new ChartBlock(top, language.Pick("问题类型来自勾选的指标、人工判定或文本预测；占比的分母是本周全部差评。", "Problem types come from ticked indicators, people's decisions or the text model; shares are of all bad reviews of the week.")));
        if (Tags(ask) is { } tags) blocks.Add(tags);
        if (Items(ask, options.MinimumN) is { } items) blocks.Add(items);
        if (Coverage(ask) is { } coverage) blocks.Add(coverage);
        return new("reviews", language.Pick("四、评价", "4  Reviews"), blocks);
    }

    private static RateRow Row(MetricRow row) => new("", row.Value, row.Low, row.High, row.N);

    private static ProblemCount[] Problems(Ask ask)
    {
        MetricFilter[] bad = [new("level", ["1", "2"])];
        return [.. ask.By("problem_texts", [Comparison.LastWeek], bad, "problem").Where(r => r.Code("problem") is not null)
            .Select(r => new ProblemCount(ProblemNames.Of(r.Code("problem")!, ask.Language), r.N, r.Comparisons[0].N))];
    }

    private static TableBlock? Tags(Ask ask)
    {
        var language = ask.Language;
        MetricFilter[] bad = [new("level", ["1", "2"])];
        var tags = ask.By("tag_reviews", [Comparison.LastWeek], bad, "tag").Where(r => r.Code("tag") is not null).OrderByDescending(r => r.N).ThenBy(r => r.Code("tag"), StringComparer.Ordinal).ToArray();
        if (tags.Length == 0) return null;
        var reviews = ask.One("bad_reviews").N;
        return new(language.Pick("差评勾选的评价内容（前十）", "Indicators ticked in bad reviews (top ten)"),
            [
                new(language.Pick("代码", "Code"), false), new(language.Pick("评价内容", "Indicator"), false), new(language.Pick("勾选（次）", "Ticked")), new(language.Pick("占差评 %", "% of bad")), new(language.Pick("上周", "Last week")),
            ],
            [.. tags.Take(10).Select(r => (IReadOnlyList<Cell>)
            [
                new Cell(r.Code("tag")!), new Cell(ask.NameOf(r.Dimensions[0]) is var name && name == r.Code("tag") ? "" : name), new Cell(Figures.Count(r.N)),
                new Cell(reviews == 0 ? Figures.None : Figures.Number(100.0 * r.N / reviews, 1)), new Cell(Figures.Count(r.Comparisons[0].N), Tone.Faint),
            ])],
            language.Pick($"n＝{Figures.Count(reviews)} 条差评；一条可勾几项，也可一项不勾。", $"n = {Figures.Count(reviews)} bad reviews; one may tick several or none.")
                + (tags.Length > 10 ? language.Pick($"共 {tags.Length} 项，列前十。", $" Ten of {tags.Length}.") : ""));
    }

    private static ParagraphBlock? Coverage(Ask ask)
    {
        if (!ask.Catalogue.Contains("item_coverage") || !ask.Catalogue.Contains("org_coverage")) return null;
        var (items, orgs) = (ask.Present("item_coverage"), ask.Present("org_coverage"));
        string Of(MetricRow row) => $"{Figures.Percent(row.Value)} ({Figures.Count((long)(row.Numerator ?? 0))}/{Figures.Count(row.N)})";
        return new(ask.Language.Pick($"评价覆盖度：事项 {Of(items)}，部门 {Of(orgs)}（本周有主动评价的 ÷ 在用的）。", $"Coverage: items {Of(items)}, departments {Of(orgs)} (with an active review this week ÷ in force)."));
    }

    internal static ChannelLevels[] Channels(Ask ask) =>
        [.. ask.By("reviews", "channel", "level").GroupBy(r => r.Code("channel"), StringComparer.Ordinal).Select(g =>
        {
            var levels = new long[5];
            foreach (var row in g)
                levels[5 - int.Parse(row.Code("level")!, NumberStyles.None, CultureInfo.InvariantCulture)] += (long)(row.Value ?? 0);
            return new ChannelLevels(ask.NameOf(g.First().Dimensions[0]), levels);
        })];

    internal static TableBlock LevelTable(string title, IReadOnlyList<ChannelLevels> channels, ReportLanguage language) => new(title,
        [
            new(language.Pick("渠道", "Channel"), false), new(language.Pick("5★ 非常满意", "5★")), new(language.Pick("4★ 满意", "4★")), new(language.Pick("3★ 基本满意", "3★")),
            new(language.Pick("2★ 不满意", "2★")), new(language.Pick("1★ 非常不满意", "1★")), new(language.Pick("合计", "All")),
        ],
        [.. channels.Select(c => (IReadOnlyList<Cell>)[new Cell(c.Channel), .. c.Levels.Append(c.Levels.Sum()).Select(n => new Cell(Figures.Count(n)))])]);

    private static TableBlock? Items(Ask ask, int minimumN)
    {
        if (!ask.Catalogue["bad_density"].Dimensions.Contains("item")) return null;
        var language = ask.Language;
        var all = ask.By("bad_density", "item").Where(r => r.Code("item") is not null).ToArray();
        var compared = all.Where(r => r.N >= minimumN).ToArray();
        var worst = compared.Where(r => r.Value > 0).OrderByDescending(r => r.Value).ThenByDescending(r => r.N).ThenBy(r => r.Code("item"), StringComparer.Ordinal).Take(10).ToArray();
        if (worst.Length == 0) return null;
        return new(language.Pick("差评最密的事项（前十）", "Service items with the densest bad reviews (top ten)"),
            [new(language.Pick("事项", "Item"), false), new(language.Pick("差评（条）", "Bad")), new(language.Pick("每万条差评", "Bad per 10,000")), new("n")],
            [.. worst.Select(r => (IReadOnlyList<Cell>)
            [
                new Cell(ask.NameOf(r.Dimensions[0])), new Cell(Figures.Number(r.Numerator, 0)), ask.Cell("bad_density", r.Dimensions[0], r), new Cell(Figures.Count(r.N), Tone.Faint),
            ])],
            language.Pick($"只比较评价数 n ≥ {minimumN} 的事项，{all.Length - compared.Length} 个事项因评价少未列入。", $"Items with n ≥ {minimumN} reviews only; {all.Length - compared.Length} with fewer are left out."));
    }
}

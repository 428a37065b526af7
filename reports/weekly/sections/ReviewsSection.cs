using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Reviews (评价): what the good rate is worth, where bad reviews come from, what they name.</summary>
internal static class ReviewsSection
{
    public static ReportSection Build(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock>();
        if (ReviewsTrioChart.Build(Row(ask.One("good_rate")), Row(ask.One("active_good_rate")),
            Row(ask.One("unflagged_good_rate")), language) is { } trio)
            blocks.Add(new ChartBlock(trio));
        else
            blocks.Add(new ParagraphBlock(language.Pick("本周没有评价。", "No reviews were received this week.")));

        if (LevelsByChannelChart.Build(Channels(ask), options.MinimumN, language) is { } levels) blocks.Add(new ChartBlock(levels));
        if (Trend.Share(ask, "bad_review_rate", language.Pick("差评率变了吗？", "Has the bad-review rate changed?")) is { } trend)
            blocks.Add(trend);

        if (TopProblemsChart.Build(Problems(ask), ask.One("bad_reviews").N, language) is { } top)
            blocks.Add(new ChartBlock(top, language.Pick("问题类型来自勾选的指标、人工判定或文本预测；占比的分母是本周全部差评。", "Problem types come from ticked indicators, people's decisions or the text model; shares are of all bad reviews of the week.")));
        if (Items(ask, options.MinimumN) is { } items) blocks.Add(items);
        return new("reviews", language.Pick("四、评价", "4  Reviews"), blocks);
    }

    private static RateRow Row(MetricRow row) => new("", row.Value, row.Low, row.High, row.N);

    private static ProblemCount[] Problems(Ask ask)
    {
        MetricFilter[] bad = [new("level", ["1", "2"])];
        return [.. ask.By("problem_texts", [Comparison.LastWeek], bad, "problem").Where(r => r.Code("problem") is not null)
            .Select(r => new ProblemCount(ProblemNames.Of(r.Code("problem")!, ask.Language), r.N, r.Comparisons[0].N))];
    }

    private static ChannelLevels[] Channels(Ask ask) =>
        [.. ask.By("reviews", "channel", "level").GroupBy(r => r.Code("channel"), StringComparer.Ordinal).Select(g =>
        {
            var levels = new long[5];
            foreach (var row in g)
                levels[5 - int.Parse(row.Code("level")!, NumberStyles.None, CultureInfo.InvariantCulture)] += (long)(row.Value ?? 0);
            return new ChannelLevels(ask.NameOf(g.First().Dimensions[0]), levels);
        })];

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

using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>What people brought up (诉求): the kinds of request, matter × problem, what rises, what comes again.</summary>
internal static class ComplaintsSection
{
    private const int MostTopics = 8;
    private static readonly MetricFilter Hotline = new("kind", "HOTLINE");

    public static ReportSection Build(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        var rising = RisingTopics.Test(Topics(ask), options.FewestOfTopic);
        var blocks = new List<ReportBlock> { Types(ask) };
        if (Matrix(ask, options.FewestOfTopic) is { } matrix) blocks.Add(matrix);
        blocks.Add(new PointsBlock(Said(rising, language)));
        if (rising.Count > 0) blocks.Add(Rising(rising, options.FewestOfTopic, language));
        blocks.Add(Repeats(facts.Repeats(ask.Week, org, 11), language));
        return new("complaints", language.Pick("六、诉求", "6  Complaints and requests"), blocks);
    }

    private static ReportBlock Types(Ask ask)
    {
        var language = ask.Language;
        var rows = ask.By("tickets", [Comparison.LastWeek], [Hotline], "request_type");
        var all = rows.Sum(r => r.N);
        var before = rows.Sum(r => r.Comparisons[0].N);
        if (all == 0) return new ParagraphBlock(language.Pick("本周没有热线工单。", "No hotline order was received this week."));
        return new TableBlock(language.Pick("热线工单类型", "Kinds of hotline order"),
            [
                new(language.Pick("类型", "Kind"), false), new(language.Pick("件数", "Orders")), new(language.Pick("占比 %", "Share %")), new(language.Pick("95% 区间", "95% interval")),
                new(language.Pick("上周", "Last week")), new(language.Pick("上周占比 %", "Its share %")), new(language.Pick("占比的变化", "Change of the share"), false),
            ],
            [.. rows.OrderByDescending(r => r.N).ThenBy(r => r.Code("request_type"), StringComparer.Ordinal).Select(r =>
            {
                var then = r.Comparisons[0];
                var interval = Proportion.Wilson(r.N, all);
                return (IReadOnlyList<Cell>)
                [
                    new Cell(r.Code("request_type") is null ? language.Pick("未分类", "not given") : ask.NameOf(r.Dimensions[0])), new Cell(Figures.Count(r.N)),
                    new Cell(Figures.Number(100.0 * r.N / all, 2)), new Cell(Figures.Interval(r.N / (double)all, interval.Low, interval.High), Tone.Faint),
                    new Cell(Figures.Count(then.N), Tone.Faint), new Cell(before == 0 ? Figures.None : Figures.Number(100.0 * then.N / before, 2), Tone.Faint),
                    Verdict(r.N, all, then.N, before, language),
                ];
            })],
            language.Pick($"n＝{Figures.Count(all)} 件热线工单（上周 {Figures.Count(before)}）。变化按两比例检验，三倍标准差为界。", $"n = {Figures.Count(all)} hotline orders ({Figures.Count(before)} last week). Changes by the test of two proportions at three sigma."));
    }

    private static Cell Verdict(long now, long all, long then, long before, ReportLanguage language)
    {
        if (before == 0) return new("");
        var verdict = Math.Min(now, then) < 5 ? ChangeVerdict.TooFew : ChangeTest.Verdict(ChangeTest.TwoProportions(now, all, then, before));
        var words = ChangeTest.Words(verdict, language == ReportLanguage.Chinese);
        return verdict == ChangeVerdict.Signal ? new((now * (double)before > then * (double)all ? "▲ " : "▼ ") + words) : new(words, Tone.Faint);
    }

    private static TableBlock? Matrix(Ask ask, int fewest)
    {
        var language = ask.Language;
        var cells = ask.By("problem_texts", "category", "problem").Where(r => r.Code("category") is not null && r.Code("problem") is not null and not "P99").ToArray();
        if (cells.Length == 0) return null;
        var matters = cells.GroupBy(c => c.Code("category")!, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.N)).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var problems = cells.GroupBy(c => c.Code("problem")!, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.N)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostTopics).Select(g => g.Key).ToArray();
        return new(language.Pick("诉求事由 × 服务问题", "Matter × problem of service"),
            [
                new(language.Pick("事由", "Matter"), false), .. problems.Select(p => new Column(ProblemNames.Of(p, language))), new(language.Pick("合计", "All")),
            ],
            [.. matters.Take(MostTopics).Select(g => (IReadOnlyList<Cell>)
            [
                new Cell(ask.NameOf(g.First().Dimensions[0])),
                .. problems.Select(p => g.Where(c => c.Code("problem") == p).Sum(c => c.N)).Select(n => new Cell(n == 0 ? "·" : Figures.Count(n), n < fewest ? Tone.Faint : Tone.Plain)),
                new Cell(Figures.Count(g.Sum(c => c.N)), Tone.Faint),
            ])],
            language.Pick($"格中＝本周工单里的问题数（一件可有几类）；· ＝无，n < {fewest} 灰字。只列最多的各 {MostTopics} 类，共 {matters.Length} 类事由。问题来自人工判定或文本模型。",
                $"Figures = problems in this week's orders (one may hold several); · = none, n < {fewest} grey. The {MostTopics} most frequent of each; {matters.Length} matters in all. Problems are decided by people or predicted by the text model."));
    }

    private static List<Topic> Topics(Ask ask)
    {
        var weeks = Enumerable.Range(-4, 5).Select(i => Period.WeekName(ask.Week.From!.Value.AddDays(7 * i))).ToArray();
        var period = new Period(ask.Week.From!.Value.AddDays(-28), ask.Week.To);
        return
        [
            .. Of("category", ask.Within(period, "tickets", [Hotline], "category", "week"), r => ask.NameOf(r.Dimensions[0])),
            .. Of("problem", ask.Within(period, "problem_texts", [], "problem", "week"), r => ProblemNames.Of(r.Code("problem")!, ask.Language)),
        ];

        IEnumerable<Topic> Of(string kind, IReadOnlyList<MetricRow> rows, Func<MetricRow, string> name) =>
            rows.Where(r => r.Code(kind) is not null and not "P99").GroupBy(r => r.Code(kind)!, StringComparer.Ordinal).Select(g =>
            {
                var counts = weeks.Select(w => g.Where(r => r.Code("week") == w).Sum(r => r.N)).ToArray();
                return new Topic(kind, g.Key, name(g.First()), counts[^1], counts[..^1]);
            });
    }

    private static IReadOnlyList<Point> Said(IReadOnlyList<TestedTopic> tested, ReportLanguage language)
    {
        var rising = tested.Where(t => t.IsRising).ToArray();
        if (rising.Length == 0)
            return [new(language.Pick($"本周受检的 {tested.Count} 个主题都在正常波动之内，没有升温的主题。", $"All {tested.Count} topics tested this week are within ordinary variation; none is rising."))];
        return [.. rising.Select(t => new Point(language.Pick(
            $"“{t.Topic.Name}”升温：本周 {Figures.Count(t.Topic.Now)} 件，前四周平均 {Figures.Number(t.Topic.Mean, 1)} 件，显著变化。",
            $"“{t.Topic.Name}” is rising: {Figures.Count(t.Topic.Now)} this week, {Figures.Number(t.Topic.Mean, 1)} a week in the four before; a signal."), Tone.Act))];
    }

    private static TableBlock Rising(IReadOnlyList<TestedTopic> tested, int fewest, ReportLanguage language) => new(
        language.Pick("本周与前四周相比", "This week against the four before"),
        [
            new(language.Pick("主题", "Topic"), false), new(language.Pick("本周", "This week")), new(language.Pick("前四周平均", "Mean of four")), new(language.Pick("前四周最多", "Most of four")),
            new(language.Pick("倍数", "Ratio")), new("p"), new(language.Pick("判断", "Verdict"), false),
        ],
        [.. tested.Take(10).Select(t => (IReadOnlyList<Cell>)
        [
            new Cell((t.Topic.Kind == "category" ? language.Pick("事由：", "matter: ") : language.Pick("问题：", "problem: ")) + t.Topic.Name), new Cell(Figures.Count(t.Topic.Now)),
            new Cell(Figures.Number(t.Topic.Mean, 1)), new Cell(Figures.Count(t.Topic.Before.Max()), Tone.Faint), new Cell(t.Topic.Mean > 0 ? Figures.Number(t.Topic.Now / t.Topic.Mean, 1) : Figures.None),
            new Cell(t.PValue < 0.0001 ? "< 0.0001" : t.PValue.ToString("0.0000", CultureInfo.InvariantCulture), Tone.Faint),
            t.IsRising ? new Cell(language.Pick("▲ 升温", "▲ rising"), Tone.Act) : new Cell(language.Pick("正常波动", "ordinary"), Tone.Faint),
        ])],
        language.Pick($"只检验本周 n ≥ {fewest} 的主题（{tested.Count} 个）。升温＝两计数精确检验的 p 低于 0.0027 ÷ 主题数（{Limit(tested.Count)}），且高于前四周的每一周；倍数大而 p 大的是小数的起伏。",
            $"Topics with n ≥ {fewest} this week ({tested.Count}). Rising = the exact test of two counts gives p below 0.0027 ÷ topics ({Limit(tested.Count)}) and the week is above each of the four; a large ratio with a large p is noise of small numbers."));

    private static string Limit(int topics) => (ChangeTest.ThreeSigma / Math.Max(1, topics)).ToString("0.00000", CultureInfo.InvariantCulture);

    private static ReportBlock Repeats(IReadOnlyList<RepeatProblem> repeats, ReportLanguage language)
    {
        if (repeats.Count == 0)
            return new ParagraphBlock(language.Pick("本周没有同一事项 30 天内再次出现的同类问题。", "No service item had a problem again that it had in the 30 days before."));
        return new TableBlock(language.Pick("同一事项再次出现的同类问题（30 天内）", "The same problem with the same item again (within 30 days)"),
            [
                new(language.Pick("事项", "Item"), false), new(language.Pick("问题", "Problem"), false), new(language.Pick("本周", "This week")), new(language.Pick("此前 30 天", "30 days before")),
            ],
            [.. repeats.Take(10).Select(r => (IReadOnlyList<Cell>)[new Cell(r.Item), new Cell(ProblemNames.Of(r.Problem, language)), new Cell(Figures.Count(r.Now)), new Cell(Figures.Count(r.Before))])],
            language.Pick("差评与工单合计。是否同一人重复反映不在此判断：分析库不含个人信息；疑似假整改见第七节规则 R15。",
                "Reviews and orders together. Whether the same person came again is not judged here, since the serving file knows no persons; rectification that did not hold: rule R15 in section 7.")
                + (repeats.Count > 10 ? language.Pick("只列前十。", " The first ten.") : ""));
    }
}

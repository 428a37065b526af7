using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>
/// Actions proposed (建议措施): units for supervision, items whose guide needs correction, hours that need more windows; each
/// with the figures that led there and the threshold it crossed. Proposals only: people decide.
/// </summary>
internal static class ActionsSection
{
    private const int Most = 10;
    private const int GuideDays = 28;

    /// <summary>Problems that a correct, complete guide would have spared: papers, notice, extra conditions, trips.</summary>
    private static readonly string[] GuideProblems = ["P02", "P03", "P04", "P06"];

    public static ReportSection Build(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        return new("actions", language.Pick("八、建议措施", "8  Actions proposed"),
        [
            new ParagraphBlock(language.Pick("以下由数字按固定门槛列出，供研究；是否采取由人决定。", "Listed from the figures by fixed thresholds, for consideration; people decide.")),
            Supervision(ask, facts, org, options), Guides(ask, options), Windows(ask, options),
        ]);
    }

    private static ReportBlock Supervision(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        var title = language.Pick("建议督办", "For supervision");
        var rule = language.Pick($"门槛：超期未办 ≥ {options.SuperviseFrom} 件，或有一件超期 ≥ {options.SuperviseDays} 个自然日。", $"Threshold: {options.SuperviseFrom} or more cases past their deadline, or one past it by {options.SuperviseDays} calendar days.");
        var rates = ask.By("rectified_on_time_rate", "org").Where(r => r.Code("org") is not null).ToDictionary(r => ask.NameOf(r.Dimensions[0]), StringComparer.Ordinal);
        var units = facts.Overdue(ask.Week, org, 10_000).GroupBy(c => c.Org, StringComparer.Ordinal)
            .Select(g => (Org: g.Key, Cases: g.Count(), Days: g.Max(c => c.DaysOver), First: g.MaxBy(c => c.DaysOver)!.CaseNo))
            .Where(u => u.Cases >= options.SuperviseFrom || u.Days >= options.SuperviseDays).OrderByDescending(u => u.Cases).ThenByDescending(u => u.Days).ThenBy(u => u.Org, StringComparer.Ordinal).ToArray();
        if (units.Length == 0) return Nothing(title, rule, language);
        return new TableBlock(title,
            [
                new(language.Pick("部门", "Department"), false), new(language.Pick("超期未办（件）", "Past deadline")), new(language.Pick("最久（自然日）", "Longest (days)")), new(language.Pick("最久的案号", "Longest case"), false),
                new(language.Pick("按期整改率 %", "On-time rectified %")), new("n"),
            ],
            [.. units.Take(Most).Select(u => (IReadOnlyList<Cell>)
            [
                new Cell(u.Org), new Cell("▲ " + Figures.Count(u.Cases), Tone.Act), new Cell(Figures.Count(u.Days)), new Cell(u.First),
                rates.TryGetValue(u.Org, out var rate) ? ask.Cell("rectified_on_time_rate", rate.Dimensions[0], rate) : new Cell(Figures.None),
                new Cell(Figures.Count(rates.GetValueOrDefault(u.Org)?.N ?? 0), Tone.Faint),
            ])], rule + More(units.Length, language));
    }

    private static ReportBlock Guides(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var title = language.Pick("建议订正办事指南", "For correction of the guide");
        var rule = language.Pick($"门槛：近四周涉及材料、告知、附加条件或多次跑（{string.Join("、", GuideProblems)}）的差评和工单 n ≥ {options.GuideFrom}。",
            $"Threshold: {options.GuideFrom} or more reviews and orders of the last four weeks that name papers, notice, extra conditions or trips ({string.Join(", ", GuideProblems)}).");
        var days = new Period(ask.Week.To!.Value.AddDays(-GuideDays), ask.Week.To);
        MetricFilter[] problems = [new("problem", GuideProblems)];
        var items = ask.Within(days, "problem_texts", problems, "item", "problem").Where(r => r.Code("item") is not null)
            .GroupBy(r => r.Code("item")!, StringComparer.Ordinal).Where(g => g.Sum(r => r.N) >= options.GuideFrom)
            .OrderByDescending(g => g.Sum(r => r.N)).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (items.Length == 0) return Nothing(title, rule, language);
        var shown = items.Take(Most).ToArray();
        var density = ask.Within(days, "bad_density", [new("item", [.. shown.Select(g => g.Key)])], "item").ToDictionary(r => r.Code("item") ?? "", StringComparer.Ordinal);
        return new TableBlock(title,
            [
                new(language.Pick("事项", "Item"), false), new(language.Pick("有关反映", "Texts")), new(language.Pick("说的是什么", "What they name"), false),
                new(language.Pick("每万条评价差评", "Bad per 10,000")), new(language.Pick("评价 n", "Reviews n")),
            ],
            [.. shown.Select(g => (IReadOnlyList<Cell>)
            [
                new Cell(ask.NameOf(g.First().Dimensions[0])), new Cell(Figures.Count(g.Sum(r => r.N))),
                new Cell(string.Join(language.Pick("；", "; "), g.OrderByDescending(r => r.N).Select(r => $"{ProblemNames.Of(r.Code("problem")!, language)} {Figures.Count(r.N)}"))),
                new Cell(Figures.Number(density.GetValueOrDefault(g.Key)?.Value, 0)), new Cell(Figures.Count(density.GetValueOrDefault(g.Key)?.N ?? 0), Tone.Faint),
            ])], rule + More(items.Length, language));
    }

    private static ReportBlock Windows(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var target = ask.Catalogue["wait_median"].Target ?? options.WaitTargetSeconds;
        var title = language.Pick("建议增开窗口的时段", "Hours that need more windows");
        var rule = language.Pick($"门槛：本周该大厅该时段中位等候 > {Figures.Minutes(target)} 分钟，n ≥ {options.MinimumN}。开放窗口＝该时段办过号的窗口数。",
            $"Threshold: median wait of the hall and hour above {Figures.Minutes(target)} minutes, n ≥ {options.MinimumN}. Windows = those that served a number in the hour.");
        string[] metrics = ["wait_median", "wait_over_30_share", "no_show_rate", "counters_open"];
        var answers = ask.By(metrics, "hall", "hour").Select(a => a.Where(r => r.Code("hall") is not null && r.Code("hour") is not null)
            .ToDictionary(r => (r.Code("hall")!, r.Code("hour")!))).ToArray();
        var slow = answers[0].Where(r => r.Value.N >= options.MinimumN && r.Value.Value > target).OrderByDescending(r => r.Value.Value).ThenBy(r => r.Key).ToArray();
        if (slow.Length == 0) return Nothing(title, rule, language);
        return new TableBlock(title,
            [
                new(language.Pick("大厅", "Hall"), false), new(language.Pick("时段", "Hour"), false), new(language.Pick("中位等候（分）", "Median wait (min)")), new("n"),
                new(language.Pick("超 30 分 %", "> 30 min %")), new(language.Pick("过号率 %", "No-show %")), new(language.Pick("开放窗口", "Windows")), new(language.Pick("每窗口办号", "Served a window")),
            ],
            [.. slow.Take(Most).Select(s =>
            {
                var windows = answers[3].GetValueOrDefault(s.Key)?.Value;
                var hour = int.Parse(s.Key.Item2, NumberStyles.None, CultureInfo.InvariantCulture);
                return (IReadOnlyList<Cell>)
                [
                    new Cell(ask.NameOf(s.Value.Dimensions[0])), new Cell($"{hour:00}:00–{hour + 1:00}:00"), new Cell(Figures.Minutes(s.Value.Value), Tone.Act), new Cell(Figures.Count(s.Value.N), Tone.Faint),
                    new Cell(Share(answers[1].GetValueOrDefault(s.Key)?.Value)), new Cell(Share(answers[2].GetValueOrDefault(s.Key)?.Value)),
                    new Cell(Figures.Number(windows, 0)), new Cell(windows > 0 ? Figures.Number(s.Value.N / windows, 1) : Figures.None),
                ];
            })], rule + More(slow.Length, language));
    }

    private static string Share(double? share) => Figures.Number(share * 100, 2);

    private static ParagraphBlock Nothing(string title, string rule, ReportLanguage language) =>
        new(language.Pick($"{title}：无。{rule}", $"{title}: none. {rule}"), IsSmall: true);

    private static string More(int all, ReportLanguage language) =>
        all > Most ? language.Pick($"另有 {all - Most} 项达到门槛，未列出。", $" {all - Most} more cross it.") : "";
}

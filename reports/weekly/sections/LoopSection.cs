using System.Globalization;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>The loop (差评处置): how far bad reviews got, and which are overdue.</summary>
internal static class LoopSection
{
    private static readonly Dictionary<string, (string Zh, string En)> Stages = new(StringComparer.Ordinal)
    {
        ["opened"] = ("立案", "opened"),
        ["called"] = ("回访完结", "calling back done"),
        ["verified"] = ("已核实", "verified"),
        ["handed_in"] = ("整改或说明已提交", "rectified or explained"),
        ["fed_back"] = ("已反馈", "fed back"),
        ["satisfied"] = ("评价人满意", "reviewer satisfied"),
    };

    /// <summary>Beside the figures of the overview: calls, putting right, cards (黄牌、红牌), supervision, appeals and their results.</summary>
    internal static readonly string[] Rates =
    [
        "callback_attempt_rate", "first_call_hours_median", "rectified_rate", "rectify_days_median", "rectify_days_p90", "yellow_cards", "red_cards", "cases_supervised", "appeal_upheld_rate",
    ];

    public static ReportSection Build(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock>();
        var stages = facts.Funnel(ask.Week, org);
        if (LoopFunnelChart.Build([.. stages.Select(s => new FunnelStage(Name(s.Stage, language), s.Cases))], language) is { } funnel)
            blocks.Add(new ChartBlock(funnel));
        else
            blocks.Add(new ParagraphBlock(language.Pick("本周没有新立案的差评。", "No bad review became a case this week.")));
        blocks.Add(ask.Block([(language.Pick("处置", "Loop"), Rates)]));
        blocks.Add(Overdue(ask, facts, org, options));
        blocks.Add(new ParagraphBlock(language.Pick(
            "漏斗按本周立案的差评计，新立案的多数尚未到期，低比例不等于没有办理；回访完结含匿名免访和按政策放弃的；按期整改率的分母是本周到期的差评，到期未办的留在分母里。其他比率见第一节。",
            "The funnel counts bad reviews opened this week; most are not yet due, so a low share is not neglect; “calling back done” includes anonymous reviews and calls given up by policy. The on-time rectification rate has the cases due this week as its denominator, overdue ones included. Other rates stand in section 1."), IsSmall: true));
        return new("loop", language.Pick("五、差评处置", "5  The loop"), blocks);
    }

    private static string Name(string stage, ReportLanguage language) =>
        Stages.TryGetValue(stage, out var name) ? language.Pick(name.Zh, name.En) : stage;

    internal static ReportBlock Overdue(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        var overdue = facts.Overdue(ask.Week, org, options.OverdueListed + 1);
        if (overdue.Count == 0)
            return new ParagraphBlock(language.Pick("截至期末没有超期未办的差评。", "No case was past its deadline at the end of the period."));
        return new TableBlock(language.Pick("超期未办的差评", "Cases past their deadline"),
            [
                new(language.Pick("案号", "Case"), false), new(language.Pick("责任部门", "Department"), false), new(language.Pick("环节", "State"), false),
                new(language.Pick("应办结", "Due")), new(language.Pick("超期（自然日）", "Calendar days over")),
            ],
            [.. overdue.Take(options.OverdueListed).Select(c => (IReadOnlyList<Cell>)
            [
                new Cell(c.CaseNo), new Cell(c.Org), new Cell(StateNames.Of(c.State, language)),
                new Cell(c.DueAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new Cell("▲ " + Figures.Count(c.DaysOver), Tone.Act),
            ])],
            overdue.Count > options.OverdueListed
                ? language.Pick($"只列超期最久的 {options.OverdueListed} 件，全部见处置台。", $"The {options.OverdueListed} longest overdue; the desk has all.")
                : null);
    }
}

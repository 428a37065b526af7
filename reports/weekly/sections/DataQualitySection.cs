using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Data quality and suspicion (数据质量与疑点): the feeds, what was refused, what was flagged.</summary>
internal static class DataQualitySection
{
    public static ReportSection Build(Ask ask, IReportFacts facts, IReadOnlyList<FeedStatus> feeds, string? org)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock> { Feeds(feeds, language) };
        var flags = ask.By("flags", "rule", "subject").Where(f => f.Code("rule") is not null).ToArray();
        var examples = facts.FlagExamples(ask.Week, org).ToDictionary(e => (e.Rule, e.Subject), e => e.Evidence);
        blocks.Add(flags.Length == 0
            ? new ParagraphBlock(language.Pick("本周没有触发疑点规则的记录。", "No record of the week was flagged by an integrity rule."))
            : new TableBlock(language.Pick("疑点规则", "Integrity rules"),
                [
                    new(language.Pick("规则", "Rule"), false), new(language.Pick("对象", "Of"), false), new(language.Pick("记录数", "Records")), new(language.Pick("举例（证据）", "Example (evidence)"), false),
                ],
                [.. flags.Select(f => (IReadOnlyList<Cell>)
                    [
                        new Cell(RuleName(f.Code("rule")!, language)), new Cell(Subject(f.Code("subject") ?? "", language)), new Cell(Figures.Count(f.N), Metric: "flags", Value: f.Value),
                        new Cell(examples.GetValueOrDefault((f.Code("rule")!, f.Code("subject") ?? ""), ""), Tone.Faint),
                    ])],
                language.Pick("疑点只供人工核查：不删除、不自动剔除；一条记录可触发几条规则。对好评率的影响见第四节第一图。",
                    "Flags are for people to look at: nothing is deleted or left out by itself; one record may be flagged by several rules. What they do to the good rate: first chart of section 4.")));
        blocks.Add(new ParagraphBlock(Effect(ask)));
        return new("data", language.Pick("七、数据质量与疑点", "7  Data quality and suspicion"), blocks);
    }

    private static string Effect(Ask ask)
    {
        string Of(string metric) => $"{Figures.Percent(ask.One(metric).Value)} (n={Figures.Count(ask.One(metric).N)})";
        return ask.Language.Pick(
            $"对好评率的影响：全部 {Of("good_rate")}，主动评价 {Of("active_good_rate")}，主动且无疑点 {Of("unflagged_good_rate")}。",
            $"What they do to the good rate: all {Of("good_rate")}, active {Of("active_good_rate")}, active and not flagged {Of("unflagged_good_rate")}.");
    }

    internal static TableBlock Feeds(IReadOnlyList<FeedStatus> feeds, ReportLanguage language)
    {
        var running = feeds.Where(f => f.State != FeedState.Dormant).ToArray();
        var dormant = feeds.Count - running.Length;
        return new(language.Pick("数据源", "Feeds"),
            [
                new(language.Pick("数据源", "Feed"), false), new(language.Pick("内容", "Brings"), false), new(language.Pick("状态", "State"), false), new(language.Pick("最新一条", "Newest record")),
                new(language.Pick("收到行", "Rows in")), new(language.Pick("入库", "Loaded")), new(language.Pick("重复", "Duplicate")), new(language.Pick("隔离", "Refused")), new(language.Pick("置空值", "Emptied values")),
            ],
            [.. running.Select(f => (IReadOnlyList<Cell>)
            [
                new Cell(f.Feed), new Cell(Subject(f.Entity, language)), State(f.State, language),
                new Cell(f.LastEvent?.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? Figures.None),
                new Cell(Figures.Count(f.RowsIn)), new Cell(Figures.Count(f.Loaded)), new Cell(Figures.Count(f.Duplicate)), new Cell(Figures.Count(f.Quarantined)), new Cell(Figures.Count(f.Nulled)),
            ])],
            language.Pick("行数为触及本期的各批次之和：收到＝入库＋重复＋隔离。隔离的行可下载、改正后重报。", "Rows of all loads that touch the period: in = loaded + duplicate + refused. Refused rows can be downloaded, mended and sent again.")
                + (dormant > 0 ? language.Pick($"另有 {dormant} 路历史数据源已停，不等待。", $" {dormant} feeds of the past are not waited for.") : ""));
    }

    private static string RuleName(string id, ReportLanguage language) =>
        IntegrityRule.All.FirstOrDefault(r => r.Id == id) is { } rule ? $"{id} {language.Pick(rule.NameZh, rule.NameEn)}" : id;

    private static Cell State(FeedState state, ReportLanguage language) => state switch
    {
        FeedState.Received => new(language.Pick("到齐", "received")),
        FeedState.Late => new(language.Pick("▲ 未到齐", "▲ late"), Tone.Act),
        FeedState.Missing => new(language.Pick("▲ 缺", "▲ missing"), Tone.Act),
        _ => new(language.Pick("停", "dormant"), Tone.Faint),
    };

    private static string Subject(string code, ReportLanguage language) => code switch
    {
        "ticket" => language.Pick("办件", "matters"),
        "ticket_step" => language.Pick("办理环节", "steps"),
        "ticket_suspension" => language.Pick("特别程序", "stops of the clock"),
        "visit_ticket" => language.Pick("排队号与办件", "numbers and matters"),
        "review_tag" => language.Pick("评价指标", "indicators ticked"),
        "visit" => language.Pick("排队号", "queue numbers"),
        "review" => language.Pick("评价", "reviews"),
        "org" => language.Pick("部门", "department"),
        "counter" => language.Pick("窗口", "counter"),
        "batch" => language.Pick("批次", "load"),
        _ => code,
    };
}

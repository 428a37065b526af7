namespace QualityInsight.Web.Words;

/// <summary>The words of a chart of proportions.</summary>
/// <param name="Kind">The chart's stable id.</param>
/// <param name="Question">Its title.</param>
/// <param name="Figure">The proportion as it stands under the axis.</param>
/// <param name="Head">The same, short, over the column.</param>
/// <param name="Things">What the rows are.</param>
/// <param name="Thing">One of them, for English.</param>
/// <param name="HighIsBad">True where a high value is the bad one.</param>
internal sealed record RateWords(string Kind, Text Question, Text Figure, Text Head, Text Things, string Thing, bool HighIsBad = false);

/// <summary>What the charts of the boards ask.</summary>
internal static class ChartWords
{
    private static readonly Text Halls = new("大厅", "halls");
    private static readonly Text Departments = new("部门", "departments");

    public static readonly RateWords NoShows = new("no-shows", new("哪里取了号却没来？", "Where do people take a number and not come?"),
        new("过号率", "no-shows"), new("过号率", "no-shows"), Halls, "hall", HighIsBad: true);

    public static readonly RateWords OnTime = new("handling-rates", new("哪些部门没有按承诺办结？", "Which departments miss their promised time?"),
        new("按时办结率", "closed on time"), new("按时率", "on time"), Departments, "department");

    public static readonly RateWords BadByItem = new("items-bad", new("哪些事项差评更密？", "Which service items draw bad reviews?"),
        new("主动评价差评率", "bad share of active reviews"), new("差评率", "bad"), new("事项", "items"), "item", HighIsBad: true);

    public static readonly RateWords Rectified = new("rectified-on-time", new("哪些部门没有按期整改？", "Which departments put right too late?"),
        new("差评按期整改率", "put right in time"), new("按期率", "in time"), Departments, "department");

    public static readonly RateWords Called = new("called-back", new("哪些部门没有回访到人？", "Which departments do not reach the people?"),
        new("实名差评回访率", "named reviewers reached"), new("回访率", "reached"), Departments, "department");

    public static readonly RateWords Refused = new("quarantine", new("哪路数据拒收最多？", "Which feed brings rows that are refused?"),
        new("拒收率", "refused"), new("拒收率", "refused"), new("数据来源", "feeds"), "feed", HighIsBad: true);

    public static readonly Text WaitTrend = new("P90 等候变长了吗？", "Is the P90 wait getting longer?");
    public static readonly Text OnTimeTrend = new("按时办结率变了吗？", "Has the on-time rate changed?");
    public static readonly Text BadTrend = new("差评率变了吗？", "Has the bad-review rate changed?");
    public static readonly Text CasesTrend = new("立案多了吗？", "Are there more cases?");
    public static readonly Text Minutes = new("分钟", "min");
    public static readonly Text CasesUnit = new("件", "cases");

    public static readonly Text Channels = new("事是从哪儿办的？", "Where are matters applied for?");
    public static readonly Text Applied = new("申请件数", "matters applied for");
    public static readonly Text Types = new("群众为什么打电话？", "Why do people ring up?");
    public static readonly Text Matters = new("说的是什么事？", "What are the orders about?");
    public static readonly Text Orders = new("热线工单", "hotline orders");
    public static readonly Text Flags = new("什么看起来不像真的？", "What looks made up?");
    public static readonly Text FlagsScale = new("疑点标记（一条记录可有几个）；只提示，不排除", "flags (a record may carry several); they exclude nothing");
}

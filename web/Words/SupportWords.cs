namespace QualityInsight.Web.Words;

/// <summary>Joint matters: the lead unit and its supporting units.</summary>
internal static class SupportWords
{
    public static readonly Text Title = new("一件事：牵头与协办", "Joint matter: lead and supporting units");
    public static readonly Text Lead = new("牵头单位：{0}", "Lead unit: {0}");
    public static readonly Text You = new("您所在单位是协办单位：可以查看此工单，办理自己的协办任务。", "Your unit supports this case: you can read it, and work on your own task.");
    public static readonly Text No = new("序号", "No.");
    public static readonly Text Unit = new("协办单位", "Supporting unit");
    public static readonly Text Ask = new("需要做什么", "What it is to do");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Due = new("期限", "Due");
    public static readonly Text Who = new("协办人", "Worked on by");
    public static readonly Text Answer = new("结果或理由", "Result or reason");
    public static readonly Text Task = new("协办任务", "Supporting task");
    public static readonly Text TaskOf = new("第 {0} 项：{1}", "{0}: {1}");
    public static readonly Text Story = new("第 {0} 项期限怎么算的", "How the deadline of task {0} is counted");
    public static readonly Text Late = new("超期", "late");
    public static readonly Text AskHint = new(
        "工单和答复仍由牵头单位负责；协办单位从现在起按政策计时，只能看此工单、办自己的任务。",
        "The case and its reply stay with the lead unit; the supporting unit's time begins now, and it may read the case and do its own task.");
    public static readonly Text Done = new("做了什么（给牵头单位看）", "What was done (for the lead unit)");
    public static readonly Text ToUnit = new("第 {0} 项，请 {1} 协办", "task {0}, {1} asked");
    public static readonly Text OfTask = new("第 {0} 项", "task {0}");
    public static readonly Text Deadline = new("第 {0} 项协办期限：{1:yyyy-MM-dd HH:mm}", "task {0} due {1:yyyy-MM-dd HH:mm}");
    public static readonly Text DeadlineProvisional = new("第 {0} 项协办期限（暂定）：{1:yyyy-MM-dd HH:mm}", "task {0} due (provisional) {1:yyyy-MM-dd HH:mm}");
    public static readonly Text Mark = new("协办 {0}", "{0} supporting");
}

namespace QualityInsight.Web.Words;

/// <summary>The fallback register.</summary>
internal static class FallbackWords
{
    public static readonly Text Title = new("兜底台账", "Fallback register");
    public static readonly Text Sub = new("按常规办不成、多次整改仍不满意的事，一直跟到销号。", "What ordinary ways did not solve, followed until somebody says solved or not.");
    public static readonly Text Origin = new("进入途径", "How it came");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Open = new("未销号", "open");
    public static readonly Text Ended = new("已销号", "ended");
    public static readonly Text Outcome = new("是否解决", "Solved?");
    public static readonly Text Taken = new("列入时间", "Taken in");
    public static readonly Text EndedAt = new("销号时间", "Ended");
    public static readonly Text Days = new("用时（工作日）", "Working days");
    public static readonly Text SoFar = new("已 {0:N0} 天", "{0:N0} so far");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text Entry = new("条目", "Entry");
    public static readonly Text Summary = new("共 {0:N0} 条：未销号 {1:N0}，已解决 {2:N0}，未能解决 {3:N0}。", "{0:N0} entries: {1:N0} open, {2:N0} solved, {3:N0} not solved.");
    public static readonly Text Share = new("已销号的 {1:N0} 条中解决 {0:P1}。", "{0:P1} of the {1:N0} ended ones were solved.");
    public static readonly Text None = new("没有符合条件的条目", "No entry fits");
    public static readonly Text NoneWhat = new("多次整改不满意的工单、窗口登记的“办不成事”会自动列入；受理员和督办员也可在工单页列入。", "Cases still unsatisfied after the last round and matters reported at the counter come in by themselves; clerks and supervisors can enter others on the case page.");
    public static readonly Text TakeHint = new("写明常规途径为何解决不了。", "Say why ordinary ways do not solve it.");
    public static readonly Text EndHint = new("写明怎么解决的，或为何确实办不成。", "Say what solved it, or why it cannot be done.");
    public static readonly Text EntryOf = new("第 {0} 条，{1}", "entry {0}, {1}");
    public static readonly Text EndOf = new("第 {0} 条，{1}，用时 {2} 个工作日", "entry {0}, {1}, after {2} working days");
}

namespace QualityInsight.Web.Words;

/// <summary>Particulars of a case's history.</summary>
internal static class EventWords
{
    public static readonly Text Deadline = new("{0}期限：{1:yyyy-MM-dd HH:mm}", "{0} due {1:yyyy-MM-dd HH:mm}");
    public static readonly Text DeadlineProvisional = new("{0}期限（暂定）：{1:yyyy-MM-dd HH:mm}", "{0} due (provisional) {1:yyyy-MM-dd HH:mm}");
    public static readonly Text ByHand = new("窗口登记", "taken down at the desk");
    public static readonly Text Into = new("并入 {0}", "into {0}");
    public static readonly Text ToUnit = new("转给 {0}", "to {0}");
    public static readonly Text ToUnitAutomatic = new("按规则自动转给 {0}", "to {0}, by rule");
    public static readonly Text CallbackLine = new("{0}；{1:M月d日 HH:mm} 拨打，通话 {2}", "{0}; called {1:d MMM HH:mm}, length {2}");
    public static readonly Text GivenUp = new("{1} 天内 {0} 次未能联系上", "{0} failed attempts on {1} days");
    public static readonly Text Verified = new("{0}；处置方式：{1}", "{0}; way: {1}");
    public static readonly Text Ledger = new("台账：{0}；责任岗位：{1}；期限：{2:yyyy-MM-dd}", "Ledger: {0}; responsible: {1}; by {2:yyyy-MM-dd}");
    public static readonly Text WithEvidence = new("附佐证材料 {0} 份", "evidence attached: {0}");
    public static readonly Text MoreTime = new("{0}（按政策单位）", "{0} (in the policy's unit)");
}

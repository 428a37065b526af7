namespace QualityInsight.Web.Words;

/// <summary>The access audit, and what exports are needed for.</summary>
internal static class AuditWords
{
    public static readonly Text Title = new("访问审计", "Access audit");
    public static readonly Text Sub = new("谁、何时、为何查看、导出、转发了什么。只能追加，任何人不能改。", "Who saw, exported or forwarded what, when and what for. Rows are only added; nobody can change them.");
    public static readonly Text Whole = new("链条完整：{0:N0} 条，逐条核对无误。末条哈希 {1}", "The chain is whole: {0:N0} rows checked. Hash of the last {1}");
    public static readonly Text Broken = new(
        "链条在第 {0:N0} 条断开：该条被改动、删除或插入。请保全数据库与备份，并报告安全负责人。",
        "The chain is broken at row {0:N0}: it was changed, removed or put in between. Keep the database and its backups as they are and tell the security officer.");
    public static readonly Text Verify = new("核对整条链", "Check the whole chain");
    public static readonly Text VerifyWhat = new("每条记录含前一条的哈希。请把末条哈希另行保存：以后少了末尾记录也能发现。", "Each row carries the hash of the one before. Keep the last hash elsewhere: it shows later whether rows were cut off at the end.");
    public static readonly Text Who = new("账号", "Who");
    public static readonly Text Action = new("动作", "Action");
    public static readonly Text Subject = new("对象", "What of");
    public static readonly Text SubjectHint = new("工单号、账号或页面地址的一部分", "part of a case number, account or address");
    public static readonly Text Purpose = new("用途", "What for");
    public static readonly Text When = new("时间（UTC）", "When (UTC)");
    public static readonly Text From = new("从（含）", "From");
    public static readonly Text To = new("到（含）", "To (included)");
    public static readonly Text None = new("没有符合条件的记录", "Nothing fits");
    public static readonly Text NoneWhat = new("请放宽筛选条件。", "Widen the filter.");
    public static readonly Text Row = new("序号", "Row");

    public static readonly Text ExportTitle = new("导出清单", "Export the list");
    public static readonly Text ExportWhat = new("请说明用途；导出会记入访问审计。", "Say what it is needed for; the export goes into the access audit.");
    public static readonly Text Download = new("下载", "Download");
    public static readonly Text BackToList = new("返回清单", "Back to the list");
    public static readonly Text ForMeeting = new("会商调度", "a meeting");
    public static readonly Text ForReport = new("统计上报", "reporting");
    public static readonly Text ForCheck = new("督查核对", "checking");
}

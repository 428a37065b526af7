namespace QualityInsight.Web.Words;

/// <summary>The pages of reports.</summary>
internal static class ReportWords
{
    public static readonly Text Title = new("报告", "Reports");
    public static readonly Text Sub = new("本人范围内已生成的报告", "reports made within your scope");
    public static readonly Text Report = new("报告", "Report");
    public static readonly Text Kind = new("种类", "Kind");
    public static readonly Text Weekly = new("周报", "weekly");
    public static readonly Text Daily = new("日报", "daily flash");
    public static readonly Text Bulletin = new("月度通报", "monthly bulletin");
    public static readonly Text AdHoc = new("专题报告", "ad hoc");
    public static readonly Text Period = new("期间", "Period");
    public static readonly Text Scope = new("范围", "Scope");
    public static readonly Text Whole = new("全市", "Whole city");
    public static readonly Text Language = new("语言", "Language");
    public static readonly Text Chinese = new("中文", "Chinese");
    public static readonly Text English = new("英文", "English");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Made = new("已生成", "made");
    public static readonly Text Draft = new("草稿，不得外发", "draft, not to be sent");
    public static readonly Text Refused = new("未放行", "refused");
    public static readonly Text MadeAt = new("生成时间", "Made at");
    public static readonly Text By = new("由", "by");
    public static readonly Text Snapshot = new("数据快照", "Snapshot");
    public static readonly Text Definitions = new("口径版本", "Definitions");
    public static readonly Text WhoGotIt = new("送达", "Delivered");
    public static readonly Text Letters = new("{0}/{1} 封", "{0} of {1}");
    public static readonly Text Files = new("文件", "Files");
    public static readonly Text Open = new("打开", "Open");
    public static readonly Text None = new("还没有报告。用下面的表单生成一份，或等待定时生成。", "No report yet. Make one with the form below, or wait for the schedule.");
    public static readonly Text MakeNow = new("立即生成", "Make now");
    public static readonly Text MakeHint = new("周报 2026-W46，日报 2026-11-15，月度通报 2026-10", "weekly 2026-W46, daily 2026-11-15, bulletin 2026-10");
    public static readonly Text Make = new("生成", "Make");
    public static readonly Text Running = new("正在生成", "Being made");
    public static readonly Text Waiting = new("排队中", "waiting its turn");
    public static readonly Text Asking = new("取数", "asking for figures");
    public static readonly Text Printing = new("制图、排版", "drawing and printing");
    public static readonly Text Done = new("完成", "done");
    public static readonly Text Failed = new("失败：{0}", "failed: {0}");
    public static readonly Text Cancelled = new("已取消", "cancelled");
    public static readonly Text Cancel = new("取消", "Cancel");
    public static readonly Text Refresh = new("刷新", "Refresh");
    public static readonly Text Since = new("{0} 秒", "{0} s");
    public static readonly Text NotYours = new("“{0}”不在您的范围内：请选择您范围内的单位。", "“{0}” is not within your scope: choose a unit that is.");
    public static readonly Text NoPeriod = new("“{0}”不是这种报告的期间。{1}", "“{0}” is no period of this report. {1}");
    public static readonly Text Log = new("投递记录", "Delivery log");
    public static readonly Text LogSub = new("报告邮件：发给谁、何时、结果如何", "report letters: to whom, when, and what came of them");
    public static readonly Text Recipient = new("收件人", "Recipient");
    public static readonly Text LetterWaiting = new("待发送", "waiting");
    public static readonly Text LetterSent = new("已发送", "sent");
    public static readonly Text LetterBounced = new("被退回", "bounced");
    public static readonly Text LetterDead = new("发送失败", "given up");
    public static readonly Text Tries = new("次数", "Tries");
    public static readonly Text Last = new("最近情况", "What happened last");
    public static readonly Text SendAgain = new("重新发送", "Send again");
    public static readonly Text NoLetters = new("还没有报告邮件。", "No report letters yet.");
    public static readonly Text Mine = new("我的报告", "My reports");
    public static readonly Text MineSub = new("收哪些报告、收到哪里、附件还是链接", "which reports, where to, as a file or as a link");
    public static readonly Text Address = new("办公邮箱（留空不发）", "Office mail address (empty: no letters)");
    public static readonly Text How = new("方式", "As");
    public static readonly Text Attach = new("附件（PDF 与 XLSX）", "attachments (PDF and XLSX)");
    public static readonly Text Link = new("链接（登录后查看）", "a link (log in to read)");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text BadAddress = new("“{0}”不是邮箱地址，例如 zhang.wei@example.gov.cn。", "“{0}” is no mail address; write for example zhang.wei@example.gov.cn.");
    public static readonly Text Why = new("原因", "Why");

    public static Text KindName(string kind) => kind switch
    {
        QualityInsight.Reports.Making.ReportKinds.Weekly => Weekly,
        QualityInsight.Reports.Making.ReportKinds.Daily => Daily,
        QualityInsight.Reports.Making.ReportKinds.Bulletin => Bulletin,
        _ => AdHoc,
    };

    public static Text StateName(QualityInsight.Reports.Making.ReportState state) => state switch
    {
        QualityInsight.Reports.Making.ReportState.Made => Made,
        QualityInsight.Reports.Making.ReportState.Draft => Draft,
        _ => Refused,
    };

    public static Text LetterName(QualityInsight.Reports.Mail.LetterState state) => state switch
    {
        QualityInsight.Reports.Mail.LetterState.Waiting => LetterWaiting,
        QualityInsight.Reports.Mail.LetterState.Sent => LetterSent,
        QualityInsight.Reports.Mail.LetterState.Bounced => LetterBounced,
        _ => LetterDead,
    };
}

namespace QualityInsight.Web.Words;

/// <summary>The citizen's page and the slip that leads to it. Plain words: whoever reads them has never seen the desk.</summary>
internal static class RereviewWords
{
    public static readonly Text Title = new("请评价办理结果", "Please rate what was done");
    public static readonly Text Service = new("政务服务“好差评”", "Government service reviews");
    public static readonly Text Intro = new(
        "您对政务服务的评价已经办理。请看一看办理情况，告诉我们您是否满意。",
        "Your review of a government service was answered. Please see what was done and tell us whether you are satisfied.");
    public static readonly Text IntroOrder = new(
        "您反映的事项已经答复。请看一看答复，告诉我们您是否满意。",
        "What you told us or asked was answered. Please see the answer and tell us whether you are satisfied.");
    public static readonly Text MatterOrder = new("您反映的事项", "What you told us");
    public static readonly Text KindOrder = new("类别", "Kind");
    public static readonly Text DayOrder = new("反映日期", "Date");
    public static readonly Text AnonymousOrder = new("承办单位看不到是谁作的评价。", "The unit that answered cannot see who rated it.");
    public static readonly Text Matter = new("评价的事项", "What you rated");
    public static readonly Text Item = new("事项", "Service");
    public static readonly Text Hall = new("地点", "Place");
    public static readonly Text Day = new("评价日期", "Date of your review");
    public static readonly Text Unit = new("答复单位", "Answered by");
    public static readonly Text Reply = new("办理情况", "What was done");
    public static readonly Text Question = new("您对办理结果是否满意？", "Are you satisfied with what was done?");
    public static readonly Text Words = new("您还想说什么？（可不填）", "Anything you would like to add? (optional)");
    public static readonly Text WordsHint = new(
        "请不要写姓名、电话、证件号码。写了的，系统会自动遮盖。最多 {0} 字。",
        "Please leave out names, telephone and identity numbers. If there are any, they are hidden. At most {0} characters.");
    public static readonly Text Send = new("提交评价", "Send");
    public static readonly Text Choose = new("请先选择一项：满意、基本满意或不满意。", "Please choose one first: satisfied, basically satisfied or not satisfied.");
    public static readonly Text TooLong = new("文字太长，请删减到 {0} 字以内。", "The text is too long: please shorten it to {0} characters.");
    public static readonly Text Anonymous = new("被评价的工作人员看不到是谁作的评价。", "The people you rated cannot see who rated them.");
    public static readonly Text UntilWhen = new("{0:yyyy 年 M 月 d 日 HH:mm} 前可以评价，只能提交一次。", "You can answer until {0:d MMMM yyyy, HH:mm}, and only once.");
    public static readonly Text ThanksTitle = new("谢谢，您的评价已收到", "Thank you, your answer was received");
    public static readonly Text ThanksWhat = new(
        "评价为“不满意”的，将重新办理，办理后会再告知您。现在可以关闭此页面。",
        "If you are not satisfied, the matter will be dealt with again and you will be told. You can close this page now.");
    public static readonly Text UnusableTitle = new("这个链接不能使用", "This link cannot be used");
    public static readonly Text UnusableWhat = new(
        "链接可能不完整、已过期或已使用过。如需反映情况，请到服务大厅窗口或拨打 12345。",
        "It may be incomplete, may have expired, or may have been used. To tell us something, go to a service hall or call 12345.");

    public static readonly Text SlipTitle = new("纸质评价单", "Paper slip for the citizen");
    public static readonly Text SlipWhat = new(
        "没有短信的群众，可把带二维码的纸条当面或邮寄给本人；扫码后一次有效。打印会记入访问审计。",
        "For a citizen who gets no message: a slip with a QR code, by hand or by post; it works once. Printing is written to the access audit.");
    public static readonly Text SlipMake = new("生成评价单（A6）", "Make a slip (A6)");
    public static readonly Text SlipScan = new("请用手机扫码，评价办理结果", "Scan with a phone to rate what was done");
    public static readonly Text SlipOnce = new("一次有效，请勿转给他人。", "Works once; please do not pass it on.");
    public static readonly Text SlipPrint = new("按 Ctrl+P 打印，纸张选 A6。此页关闭后不能再打开，需要时请重新生成。", "Print with Ctrl+P on A6. This page cannot be opened again; make a new slip if needed.");
    public static readonly Text SlipNot = new("没有生成评价单", "No slip was made");
    public static readonly Text SlipBack = new("返回工单", "Back to the case");
    public static readonly Text QrAlt = new("评价链接的二维码", "QR code of the link");
}

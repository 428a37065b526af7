namespace QualityInsight.Web.Words;

/// <summary>The forms of the case page.</summary>
internal static class FormWords
{
    public static readonly Text AcceptHint = new("签收后开始回访。", "Calling back begins once it is accepted.");
    public static readonly Text RateHint = new("群众电话答复时由受理员代录。", "For an answer given by telephone.");

    public static readonly Text Unit = new("责任单位", "Responsible unit");
    public static readonly Text IntoCase = new("主工单编号", "Number of the lead case");
    public static readonly Text Handler = new("承办人", "Handler");
    public static readonly Text Note = new("说明", "Note");
    public static readonly Text Reason = new("理由", "Reason");
    public static readonly Text Decision = new("意见", "Decision");
    public static readonly Text ReturnIt = new("同意退单", "Take it back");
    public static readonly Text KeepIt = new("不同意，仍由该单位办理", "Refuse; the unit keeps it");
    public static readonly Text Grant = new("同意延期", "Grant");
    public static readonly Text Refuse = new("不同意", "Refuse");
    public static readonly Text Endorse = new("同意申诉", "Endorse");
    public static readonly Text Withhold = new("不同意，继续办理", "Withhold; go on with the case");
    public static readonly Text Adopt = new("采纳", "Adopt it");
    public static readonly Text DoNotAdopt = new("不采纳", "Do not adopt it");
    public static readonly Text Uphold = new("申诉成立，该差评不计入考核", "Uphold: the review does not count in assessment");
    public static readonly Text RejectAppeal = new("申诉不成立，继续办理", "Reject: go on with the case");
    public static readonly Text AcceptReply = new("通过，反馈给群众", "Accept: give it to the citizen");
    public static readonly Text SendBack = new("退回修改", "Send back");
    public static readonly Text CallbackEnded = new("回访结果", "How it ended");
    public static readonly Text CalledAt = new("回访时间", "Called at");
    public static readonly Text CallSeconds = new("通话时长（秒）", "Length (seconds)");
    public static readonly Text CallNote = new("群众怎么说", "What was said");
    public static readonly Text Found = new("核实结论", "Finding");
    public static readonly Text Way = new("处置方式", "How it is dealt with");
    public static readonly Text Finding = new("核实情况", "What happened");
    public static readonly Text Measures = new("台账：整改措施", "Ledger: measures");
    public static readonly Text Responsible = new("台账：责任岗位", "Ledger: responsible post");
    public static readonly Text PlannedFor = new("台账：完成期限", "Ledger: to be done by");
    public static readonly Text WhatWasDone = new("整改内容", "What was done");
    public static readonly Text DoneAt = new("完成时间", "Done at");
    public static readonly Text MoreTime = new("延长多少（按政策单位）", "How much more (in the policy's unit)");
    public static readonly Text Ground = new("申诉理由类别", "Ground");
    public static readonly Text ReplyToCitizen = new("给群众的答复", "Reply to the citizen");
    public static readonly Text ReplyHint = new(
        "写清查到了什么、改了什么、以后怎么防止；不要写个人信息。",
        "Say what was found, what was changed and how it is kept from happening again; no personal data.");
    public static readonly Text Obstacle = new("无法反馈的原因（能反馈则不选）", "Why nobody can be told (leave empty if the citizen can)");
    public static readonly Text Rating = new("对整改是否满意", "Satisfied with what was done?");
    public static readonly Text CitizenWords = new("群众的话", "The citizen's words");
    public static readonly Text Flag = new("标记", "Mark");
}

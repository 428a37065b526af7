namespace QualityInsight.Web.Words;

/// <summary>Assignment by rule: loads, absences, rules of a unit.</summary>
internal static class AssignmentWords
{
    public static readonly Text Title = new("分派", "Assignment");
    public static readonly Text Sub = new("{0}：谁手上有多少、谁不在岗、新工单给谁", "{0}: who has how much, who is away, who gets new cases");
    public static readonly Text NoUnit = new("您的账号没有所属部门，这里没有可分派的工单。", "Your account belongs to no unit: there is nothing to assign here.");
    public static readonly Text Loads = new("每人在办", "Open cases of each");
    public static readonly Text Person = new("承办人", "Handler");
    public static readonly Text Open = new("在办（件）", "Open cases");
    public static readonly Text Today = new("今日", "Today");
    public static readonly Text Away = new("不在岗", "away");
    public static readonly Text Present = new("在岗", "present");
    public static readonly Text NoHandlers = new("本部门没有承办人账号。", "The unit has no handlers.");
    public static readonly Text Absences = new("不在岗安排", "Absences");
    public static readonly Text NoAbsences = new("没有安排。", "None.");
    public static readonly Text FromTo = new("{0:yyyy-MM-dd} 至 {1:yyyy-MM-dd}", "{0:yyyy-MM-dd} to {1:yyyy-MM-dd}");
    public static readonly Text From = new("从", "From");
    public static readonly Text To = new("到（含）", "To (included)");
    public static readonly Text Reason = new("事由", "Reason");
    public static readonly Text ReasonHint = new("如：培训、休假", "such as training, leave");
    public static readonly Text Add = new("添加", "Add");
    public static readonly Text Withdraw = new("撤回", "Take back");
    public static readonly Text Rules = new("分派规则", "Rules");
    public static readonly Text RulesWhat = new(
        "新工单由第一条适用的规则决定：在规则所列人员中，给在办最少且在岗的人；被评价人本人回避。没有合适的人时不分派，并说明原因。",
        "The first rule about such a case decides: of those it names, whoever is present and has fewest open cases; never the person the review is about. Where nobody fits, the case stays with nobody and says why.");
    public static readonly Text NoRules = new("没有规则：新工单由人工指派，或由签收人承办。", "No rules: cases are assigned by hand, or go to whoever signs for them.");
    public static readonly Text RuleName = new("规则名称", "Name");
    public static readonly Text Item = new("事项代码", "Item code");
    public static readonly Text Hall = new("大厅代码", "Hall code");
    public static readonly Text Among = new("人员", "Among");
    public static readonly Text Everybody = new("全体承办人", "every handler");
    public static readonly Text AtMost = new("每人最多在办", "At most open cases each");
    public static readonly Text Any = new("不限", "any");
    public static readonly Text End = new("停用", "End");
    public static readonly Text Left = new("尚未分派的新工单", "New cases with nobody yet");
    public static readonly Text NoneLeft = new("都已分派。", "All are assigned.");
    public static readonly Text Why = new("为什么没有自动分派", "Why no rule gave it to anybody");
    public static readonly Text WouldGo = new("下一次将给 {0}（{1}）", "goes to {0} next time ({1})");
    public static readonly Text RunNow = new("现在按规则分派", "Assign by the rules now");
    public static readonly Text Ran = new("已按规则分派 {0} 件。", "{0} cases assigned by the rules.");
    public static readonly Text NotDone = new("没有完成：请检查填写的内容，或您没有这项权限。", "Not done: check what you filled in, or it is not yours to do.");
    public static readonly Text ByRule = new("按规则「{0}」", "by the rule “{0}”");
}

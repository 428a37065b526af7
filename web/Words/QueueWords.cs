namespace QualityInsight.Web.Words;

/// <summary>The queue: filters, saved views, actions on several cases at once, keyboard.</summary>
internal static class QueueWords
{
    public static readonly Text More = new("更多筛选", "More filters");
    public static readonly Text Handler = new("承办人", "Handler");
    public static readonly Text Card = new("督办牌", "Card");
    public static readonly Text Channel = new("评价渠道", "Channel");
    public static readonly Text Late = new("曾超期", "Ever late");
    public static readonly Text Named = new("实名", "Named");
    public static readonly Text Label = new("问题分类", "Problem");
    public static readonly Text Yes = new("是", "yes");
    public static readonly Text No = new("否", "no");
    public static readonly Text PageSize = new("每页", "Per page");
    public static readonly Text Keep = new("记住", "Remember");
    public static readonly Text SearchCut = new("符合搜索的工单太多，只看了最近的一部分；请再加一个词。", "The search finds too many cases; only the newest were looked through. Add another word.");
    public static readonly Text Moved = new("列表有变动", "The list has changed");
    public static readonly Text Reload = new("刷新", "Reload");

    public static readonly Text Saved = new("常用视图", "Saved views");
    public static readonly Text SaveThis = new("保存当前筛选", "Save these filters");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Share = new("与本部门共享", "Share with my unit");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text MakeDefault = new("设为默认", "Open with this");
    public static readonly Text NoDefault = new("取消默认", "Open plainly");
    public static readonly Text IsDefault = new("默认", "default");
    public static readonly Text IsShared = new("共享", "shared");
    public static readonly Text NoSaved = new("还没有保存的视图。", "No saved views yet.");
    public static readonly Text NotSaved = new("没有保存：名称为空、太长，或已存满 30 个。", "Not saved: the name is empty or too long, or 30 are kept already.");
    public static readonly Text BackToList = new("返回列表", "Back to the list");

    public static readonly Text Select = new("选择工单 {0}", "Select case {0}");
    public static readonly Text Chosen = new("选中的工单", "Selected cases");
    public static readonly Text Action = new("操作", "Action");
    public static readonly Text AssignTo = new("指派给", "Assign to");
    public static readonly Text Template = new("答复模板", "Reply template");
    public static readonly Text Flag = new("标记", "Mark");
    public static readonly Text Words = new("说明", "Words");
    public static readonly Text WordsHint = new("备注必填；标记时可不填", "needed for a note, optional for a mark");
    public static readonly Text Do = new("执行", "Do it");
    public static readonly Text ReplyByTemplate = new("按模板答复", "Reply by template");
    public static readonly Text BulkTitle = new("批量操作结果", "What came of it");
    public static readonly Text BulkSum = new("共 {0} 件：完成 {1} 件，未办 {2} 件。", "{0} cases: {1} done, {2} not.");
    public static readonly Text NoneChosen = new("没有选中工单。请返回列表，勾选后再操作。", "No case is selected. Go back, tick some, and try again.");
    public static readonly Text TooMany = new("一次最多 {0} 件。", "At most {0} at a time.");
    public static readonly Text NoAction = new("请选择操作。", "Choose an action.");
    public static readonly Text NoHandler = new("请选择承办人。", "Choose a handler.");
    public static readonly Text NoWords = new("请填写说明。", "Write something.");
    public static readonly Text NoFlag = new("请选择标记。", "Choose a mark.");
    public static readonly Text NoTemplate = new("请选择答复模板。", "Choose a reply template.");
    public static readonly Text Gap = new("模板里有这件工单填不出的空，请单独答复。", "The template has a gap this case cannot fill: reply to it on its own.");
    public static readonly Text Result = new("结果", "Result");
    public static readonly Text Done = new("已完成", "done");
    public static readonly Text NotDone = new("未办", "not done");

    public static readonly Text Keys = new("快捷键", "Keyboard");
    public static readonly (string Key, Text What)[] KeyList =
    [
        ("j / k", new("下一件、上一件", "next, previous case")),
        ("Enter", new("打开", "open")),
        ("x", new("选中或取消", "select or not")),
        ("/", new("搜索", "search")),
        ("?", new("显示本帮助", "this help")),
    ];
}

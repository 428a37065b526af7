namespace QualityInsight.Web.Words;

/// <summary>The pages of policies.</summary>
internal static class PolicyWords
{
    public static readonly Text Title = new("政策", "Policies");
    public static readonly Text Sub = new("工单按立案时的版本办理，终身不变；新版本只管启用日起立案的工单。", "A case lives under the version it was opened with; a new version is for cases opened from its first day.");
    public static readonly Text Versions = new("启用过的版本", "Versions put in force");
    public static readonly Text Policy = new("政策", "Policy");
    public static readonly Text Version = new("版本", "Version");
    public static readonly Text Kinds = new("适用事项", "Kinds");
    public static readonly Text Region = new("地区", "Region");
    public static readonly Text From = new("自何日起", "From");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Cases = new("工单", "Cases");
    public static readonly Text OpenCases = new("在办 {0}", "{0} open");
    public static readonly Text Activated = new("启用记录", "Put in force");
    public static readonly Text ActivatedBy = new("{0} 由 {1} 启用", "{0} by {1}");
    public static readonly Text NoReason = new("未写原因", "no reason on record");
    public static readonly Text Search = new("名称或版本", "Name or version");
    public static readonly Text None = new("没有符合条件的版本", "No version fits");
    public static readonly Text NoneWhat = new("请放宽筛选条件。", "Widen the filter.");
    public static readonly Text Shipped = new("随产品提供的政策", "Shipped with the product");
    public static readonly Text ShippedWhat = new("各地规则整理而成，可查看、试算、以此起草；启用前不影响任何工单。", "Written after the rules of real places: to read, to try and to begin a draft from. None touches a case before it is put in force.");
    public static readonly Text ShippedNamed = new("随产品提供：{0}", "shipped: {0}");
    public static readonly Text Drafts = new("草案", "Drafts");
    public static readonly Text NoDrafts = new("没有草案。打开任一政策，点「以此起草」。", "There are none. Open a policy and begin a draft from it.");
    public static readonly Text DraftNamed = new("草案：{0}（第 {1} 稿）", "draft: {0} (version {1})");
    public static readonly Text DraftOf = new("起草政策", "Draft of a policy");
    public static readonly Text Unnamed = new("未命名", "without a name");
    public static readonly Text SavedBy = new("{0} 由 {1} 保存", "saved {0} by {1}");
    public static readonly Text Faults = new("{0} 处错误", "{0} faults");
    public static readonly Text FaultsWhat = new("草案已保存，但改正以下错误前不能试算、不能启用：", "The draft is kept, but cannot be tried or put in force before these are mended:");
    public static readonly Text Line = new("第 {0} 行", "line {0}");
    public static readonly Text WholeText = new("全文", "the whole text");
    public static readonly Text NoFaults = new("没有错误。与所依据的政策相比：", "No faults. Compared with the policy it was begun from:");
    public static readonly Text Yaml = new("政策文本（YAML）", "The policy's text (YAML)");
    public static readonly Text Save = new("保存并检查", "Save and check");
    public static readonly Text Remove = new("删除草案", "Remove the draft");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text DraftFrom = new("以此起草", "Begin a draft from it");
    public static readonly Text Earlier = new("以前各稿", "Earlier versions");
    public static readonly Text Rules = new("规则", "Rules");
    public static readonly Text Rule = new("规则", "Rule");
    public static readonly Text Value = new("内容", "Value");
    public static readonly Text Key = new("键", "Key");
    public static readonly Text Sources = new("依据与假定", "Sources and assumptions");
    public static readonly Text Compare = new("比较", "Compare");
    public static readonly Text CompareTitle = new("两个版本的差别", "Differences between two versions");
    public static readonly Text CompareWith = new("与……比较", "Compare with");
    public static readonly Text Left = new("甲", "First");
    public static readonly Text Right = new("乙", "Second");
    public static readonly Text Same = new("规则完全相同", "No rule differs");
    public static readonly Text SameWhat = new("只有依据或排版不同。", "Only sources or layout do.");
    public static readonly Text Try = new("试算", "What-if");
    public static readonly Text TryTitle = new("政策试算", "What a policy would have done");
    public static readonly Text TryWhat = new(
        "对一段时间内立案的工单：人员的操作和时间照旧，时限、发牌、督办、到期办结按所选政策重新判定。不改动任何工单。",
        "For the cases opened in a period: what people did stays, at the moments they did it; deadlines, cards, supervision and closing are decided anew under the chosen policy. No case is changed.");
    public static readonly Text FirstDay = new("立案首日", "Opened from");
    public static readonly Text LastDay = new("立案末日", "Opened to");
    public static readonly Text Start = new("开始试算", "Start");
    public static readonly Text BadPeriod = new("请选择政策和起止日期（末日不早于首日，不超过三年）。", "Choose a policy and a period (not ending before it begins, at most three years).");
    public static readonly Text Busy = new("您已有一次试算或预览在进行，请等它结束或先停止。", "You have one running already; wait for it, or stop it first.");
    public static readonly Text Gone = new("这次运行已不在（结果保留两小时，程序重启后不保留），请重新开始。", "This run is gone (results are kept for two hours, and not over a restart). Start again.");
    public static readonly Text Running = new("正在进行：{0} / {1} 件", "Running: {0} of {1} cases");
    public static readonly Text LookAgain = new("刷新", "Look again");
    public static readonly Text Stop = new("停止", "Stop");
    public static readonly Text Stopped = new("已停止，没有改动任何内容。", "Stopped. Nothing was changed.");
    public static readonly Text Failed = new("程序出错，没有得到结果；管理员可在日志中查到编号 {0}。", "A fault of the program; there is no result. The log has it under {0}.");
    public static readonly Text Again = new("换一个政策或时段", "Another policy or period");
    public static readonly Text ResultOf = new("{0}：{1} 至 {2} 立案的 {3} 件，按现行各自政策与按此政策对照，计算至 {4}", "{0}: {3} cases opened {1} to {2}, under their own policies and under this one, up to {4}");
    public static readonly Text Measure = new("指标", "Measure");
    public static readonly Text Before = new("实际政策", "Own policy");
    public static readonly Text After = new("此政策", "This policy");
    public static readonly Text Change = new("变化", "Change");
    public static readonly Text Met = new("未超期的时限（环节次）", "Deadlines met or still running (steps)");
    public static readonly Text Missed = new("超期的时限（环节次）", "Deadlines missed (steps)");
    public static readonly Text LateCases = new("有超期的工单", "Cases with a missed deadline");
    public static readonly Text Yellow = new("有黄牌的工单", "Cases with a yellow card");
    public static readonly Text Red = new("有红牌的工单", "Cases with a red card");
    public static readonly Text Supervised = new("被督办的工单", "Cases under supervision");
    public static readonly Text Unrated = new("到期未评自动办结", "Closed by the system unrated");
    public static readonly Text Provisional = new("暂定时限（不计超期）", "Provisional deadlines (never counted as missed)");
    public static readonly Text Branches = new("处置方式", "By the way of handling");
    public static readonly Text NoBranch = new("尚未确定", "not yet chosen");
    public static readonly Text LeftOut = new("不会立案，未计入右列：{0} 件", "Would not have become cases, and are left out of the right column: {0}");
    public static readonly Text LeftOutOther = new("其他原因（{0}）", "another reason ({0})");
    public static readonly Text Clashes = new("人员操作与此政策不合（逐件列明，结果须人工判断）", "Where what people did does not fit the policy (judge these by hand)");
    public static readonly Text ByStep = new("按单位和环节", "By unit and step");
    public static readonly Text Unit = new("单位", "Unit");
    public static readonly Text Step = new("环节", "Step");
    public static readonly Text Deadlines = new("时限数", "Deadlines");
    public static readonly Text Late = new("超期", "Missed");
    public static readonly Text Different = new("结果不同的工单", "Cases that come out differently");
    public static readonly Text NoneDifferent = new("没有一件不同", "None does");
    public static readonly Text NoneDifferentWhat = new("此政策对这段时间的工单没有影响，或筛选条件过窄。", "The policy changes nothing for these cases, or the filter is too narrow.");
    public static readonly Text Opened = new("立案", "Opened");
    public static readonly Text LateCards = new("超期 {0}→{1}，牌 {2}→{3}", "missed {0}→{1}, cards {2}→{3}");
    public static readonly Text Activate = new("启用", "Put in force");
    public static readonly Text ActivateTitle = new("启用政策", "Put a policy in force");
    public static readonly Text ActivateWhat = new("自所选日期起立案的工单按此政策办理；已立案的工单保留原版本。启用后不能撤回，只能再启用另一版本。", "Cases opened from the chosen day live under it; those already opened keep theirs. It cannot be taken back, only followed by another version.");
    public static readonly Text Reason = new("启用原因（记入审计）", "Why (goes on record)");
    public static readonly Text Replaces = new("与「{0}」今天现行的政策（{1}）相比", "Compared with the policy in force today for “{0}” ({1})");
    public static readonly Text NowInForce = new("已启用：自 {0} 起立案的工单按此版本办理。", "Put in force: cases opened from {0} live under this version.");
    public static readonly Text NotFound = new("没有这项政策，或草案尚有错误。", "There is no such policy, or the draft still has faults.");

    /// <summary>Why a review would not have become a case.</summary>
    public static Text WhyLeftOut(string code) => code switch
    {
        "NOT_BAD" => new("等级不属差评", "level is not a bad one"),
        "WITHOUT_TEXT" => new("没有文字", "without words"),
        "ANONYMOUS" => new("匿名", "anonymous"),
        "SYSTEM_DEFAULT" => new("系统默认评价", "made by the system"),
        _ => new($"其他原因（{code}）", $"another reason ({code})"),
    };
}

namespace QualityInsight.Web.Words;

/// <summary>The manager's dashboard, the records behind figures and the dictionary.</summary>
internal static class Dashboards
{
    public static readonly Text Title = new("看板", "Dashboard");
    public static readonly Text NothingInPeriod = new("此期间没有记录。", "There are no records in this period.");
    public static readonly Text NotCutSo = new("此指标不能按所选范围拆分", "cannot be cut by this filter");
    public static readonly Text N = new("n={0:N0}", "n={0:N0}");
    public static readonly Text Interval = new("95% 区间 {0}–{1}", "95% interval {0}–{1}");
    public static readonly Text Interval95 = new("95% 区间", "95% interval");
    public static readonly Text Change = new("较上期 {0}", "{0} on the period before");
    public static readonly Text Points = new("{0} 个百分点", "{0} points");
    public static readonly Text Ordinary = new("（正常波动）", " (ordinary variation)");
    public static readonly Text Signal = new("（显著变化）", " (more than ordinary variation)");
    public static readonly Text TooFew = new("（记录太少，不作比较）", " (too few to compare)");
    public static readonly Text Hall = new("大厅", "Hall");
    public static readonly Text Org = new("部门", "Department");
    public static readonly Text Median = new("中位数", "Median");
    public static readonly Text Weekday = new("星期", "Weekday");
    public static readonly Text OnTime = new("按时办结率", "On time");
    public static readonly Text Figure = new("口径", "Figure");
    public static readonly Text Value = new("数值", "Value");
    public static readonly Text Stage = new("环节", "Stage");
    public static readonly Text Cases = new("件数", "Cases");
    public static readonly Text Overview = new("总览", "Overview");
    public static readonly Text Boards = new("看板", "Boards");
    public static readonly Text Texts = new("文本", "Texts");
    public static readonly Text DataQuality = new("数据", "Data");
    public static readonly Text HowLong = new("等多久", "How long");
    public static readonly Text Numbers = new("号与窗口", "Numbers and counters");
    public static readonly Text InTime = new("按不按时", "In time or not");
    public static readonly Text Convenience = new("方便不方便", "How convenient");
    public static readonly Text GoodAndBad = new("好评与差评", "Good and bad");
    public static readonly Text WhatWasBad = new("差在哪里", "What was bad");
    public static readonly Text HowFar = new("走到哪一步", "How far");
    public static readonly Text Disputed = new("申诉、重开与督办", "Appeals, reopenings, supervision");
    public static readonly Text WhatPeopleSay = new("群众说了什么", "What people say");
    public static readonly Text CanItBeTrusted = new("数据可不可信", "Can it be trusted");
    public static readonly Text MoreOnData = new("批次、拒收与疑点明细", "Loads, refused rows and flags in detail");
    public static readonly Text NotGiven = new("未填", "not given");
    public static readonly Text Week = new("周", "Week");
    public static readonly Text Channel = new("渠道", "Channel");
    public static readonly Text Share = new("占比", "Share");
    public static readonly Text Problem = new("服务问题", "Problem");
    public static readonly Text PeriodBefore = new("上期", "Period before");
    public static readonly Text Kind = new("类型", "Kind");
    public static readonly Text Matter = new("事由", "Matter");
    public static readonly Text Rule = new("规则", "Rule");
    public static readonly Text Item = new("事项", "Item");
    public static readonly Text Feed = new("数据来源", "Feed");
    public static readonly Text Waits = new("等候", "Waiting");
    public static readonly Text Handling = new("办理", "Handling");
    public static readonly Text Reviews = new("评价", "Reviews");
    public static readonly Text Loop = new("差评处置", "The loop");
    public static readonly Text ExportFigures = new("导出本页数字 CSV", "Export the figures as CSV");
    public static readonly Text Weeks = new("周", "Weeks");
    public static readonly Text Months = new("月", "Months");
    public static readonly Text Years = new("年", "Years");

    public static readonly Text RecordsTitle = new("{0}：数字背后的记录", "{0}: the records behind the figure");
    public static readonly Text RecordsSub = new("{0}，共 {1:N0} 条，与指标的 n 相同", "{0}, {1:N0} records, equal to the figure's n");
    public static readonly Text BackToDashboard = new("返回看板", "Back to the dashboard");

    public static readonly Text DictionaryTitle = new("指标词典", "Metric dictionary");
    public static readonly Text DictionarySub = new(
        "每个指标只定义一次；报表、看板、命令行和查询用的是同一份定义。",
        "Every metric is defined once; report, dashboard, command line and queries use the same definition.");
    public static readonly Text Metric = new("指标", "Metric");
    public static readonly Text Says = new("含义", "What it says");
    public static readonly Text Unit = new("单位", "Unit");
    public static readonly Text Formula = new("公式", "Formula");
    public static readonly Text Numerator = new("分子", "Numerator");
    public static readonly Text Denominator = new("分母", "Denominator");
    public static readonly Text Grain = new("一行是", "One row is");
    public static readonly Text Exclusions = new("不计入", "Left out");
    public static readonly Text Direction = new("方向", "Direction");
    public static readonly Text HigherBetter = new("越高越好", "higher is better");
    public static readonly Text LowerBetter = new("越低越好", "lower is better");
    public static readonly Text Target = new("目标", "Target");
    public static readonly Text Source = new("出处", "Source");
    public static readonly Text Cuts = new("可按……拆分", "Can be cut by");
    public static readonly Text Version = new("版本", "Version");
    public static readonly Text SqlOf = new("取数 SQL", "SQL of its rows");
    public static readonly Text SearchMetrics = new("搜索指标", "Search metrics");
    public static readonly Text BackToDictionary = new("返回指标词典", "Back to the dictionary");
    public static readonly Text ClassFound = new("F：公式出自规定或公开资料", "F: formula found in a rule or a published table");
    public static readonly Text ClassNamed = new("N：名称出自规定，公式为本系统确定", "N: name found in a rule, formula ours");
    public static readonly Text ClassProposed = new("I：本系统自拟", "I: name and formula ours");

    /// <summary>The head over the names of a dimension's rows.</summary>
    public static Text Dimension(string id) => id switch
    {
        "hall" => Hall,
        "org" => Org,
        "item" => Item,
        "feed" => Feed,
        _ => new(id, id),
    };

    /// <summary>The name of a metric's group.</summary>
    public static Text Group(string id) => id switch
    {
        "wait" => new("等候", "Waiting"),
        "handling" => new("办理", "Handling"),
        "review" => new("评价", "Reviews"),
        "loop" => new("差评处置", "The loop"),
        "convenience" => new("便利度", "Convenience"),
        "hotline" => new("12345 热线", "Hotline"),
        "volume" => new("业务量", "Volume"),
        "data" => new("数据质量", "Data"),
        _ => new(id, id),
    };
}

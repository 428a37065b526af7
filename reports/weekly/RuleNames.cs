namespace QualityInsight.Reports.Weekly;

/// <summary>What each integrity rule looks for, in a few words.</summary>
internal static class RuleNames
{
    private static readonly Dictionary<string, (string Zh, string En)> Names = new(StringComparer.Ordinal)
    {
        ["R01"] = ("系统默认评价", "made by a system"),
        ["R02"] = ("同一秒成批评价", "batch within one second"),
        ["R03"] = ("与办理时刻间隔固定", "fixed offset to the service"),
        ["R04"] = ("评得过快", "too fast after the service"),
        ["R05"] = ("同一终端短时密集", "burst at one device"),
        ["R06"] = ("一人一天多评", "one person, many in a day"),
        ["R07"] = ("一个号码多个姓名", "one number, many names"),
        ["R08"] = ("大厅关门时评价", "while the hall was closed"),
        ["R09"] = ("数目对不上", "counts that do not agree"),
        ["R10"] = ("清一色满分无指标", "all five stars, no indicator"),
        ["R11"] = ("文字与星级相反", "text against stars"),
        ["R12"] = ("文字雷同", "copied text"),
        ["R13"] = ("窗口或大厅不存在", "unknown counter or hall"),
        ["R14"] = ("回访可疑", "doubtful callback"),
        ["R15"] = ("整改可疑", "doubtful rectification"),
        ["R16"] = ("申诉偏多", "appeals far above peers"),
        ["R17"] = ("差评很快改好评", "bad turned good within the hour"),
        ["R18"] = ("主动率过高且无差评", "all active and none bad"),
        ["R19"] = ("方向可能颠倒", "direction probably reversed"),
        ["R20"] = ("时间不可能", "impossible time"),
    };

    /// <summary>Code and words; the code alone where it is unknown.</summary>
    public static string Of(string rule, ReportLanguage language) =>
        Names.TryGetValue(rule, out var name) ? $"{rule} {language.Pick(name.Zh, name.En)}" : rule;
}

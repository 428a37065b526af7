namespace QualityInsight.Reports.Weekly;

/// <summary>Names of the service-problem types (服务问题类型), after the official one- and two-star indicators.</summary>
internal static class ProblemNames
{
    private static readonly Dictionary<string, (string Zh, string En)> Names = new(StringComparer.Ordinal)
    {
        ["P01"] = ("超时、效率低", "slow, overdue"),
        ["P02"] = ("材料多、重复、指南外", "too many or repeated papers"),
        ["P03"] = ("告知不清、指南不准", "unclear or wrong guide"),
        ["P04"] = ("附加条件、变相审批", "extra conditions"),
        ["P05"] = ("网办或系统故障", "online system fails"),
        ["P06"] = ("多次跑、多头跑", "several trips or offices"),
        ["P07"] = ("排队、预约、叫号", "queue or appointment"),
        ["P08"] = ("业务不熟练", "staff unsure of the work"),
        ["P09"] = ("服务态度", "attitude"),
        ["P10"] = ("收费、中介、廉洁", "fees, agents, integrity"),
        ["P11"] = ("政策或结果不满", "policy or outcome"),
        ["P12"] = ("环境设施", "premises"),
        ["P13"] = ("打击报复、泄露隐私、干扰评价", "retaliation, leak, pressure"),
        ["P99"] = ("无效、误评、其他", "void, mistaken, other"),
    };

    /// <summary>Code and name; the code alone where it is unknown.</summary>
    public static string Of(string code, ReportLanguage language) =>
        Names.TryGetValue(code, out var name) ? $"{code} {language.Pick(name.Zh, name.En)}" : code;
}

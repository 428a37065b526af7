namespace QualityInsight.Reports.Weekly;

/// <summary>Names of the states of the loop (差评处置状态) by their stored codes.</summary>
internal static class StateNames
{
    private static readonly Dictionary<string, (string Zh, string En)> Names = new(StringComparer.Ordinal)
    {
        ["REGISTERED"] = ("已生成", "registered"),
        ["SCREENING"] = ("预审", "screening"),
        ["MERGED"] = ("并案", "merged"),
        ["DISPATCHED"] = ("已转办", "dispatched"),
        ["CALLBACK"] = ("回访中", "calling back"),
        ["VERIFYING"] = ("核实中", "verifying"),
        ["RECTIFYING"] = ("整改中", "rectifying"),
        ["EXPLAINING"] = ("解释说明", "explaining"),
        ["APPEAL"] = ("申诉待批", "appeal, to be endorsed"),
        ["APPEAL_REVIEW"] = ("申诉复核", "appeal review"),
        ["FEEDBACK_REVIEW"] = ("反馈审核", "feedback review"),
        ["FED_BACK"] = ("已反馈", "fed back"),
        ["REOPENED"] = ("重新交办", "reopened"),
        ["CLOSED"] = ("办结", "closed"),
        ["ARCHIVED"] = ("归档", "archived"),
    };

    /// <summary>The name; the code itself where it is unknown.</summary>
    public static string Of(string code, ReportLanguage language) =>
        Names.TryGetValue(code, out var name) ? language.Pick(name.Zh, name.En) : code;
}

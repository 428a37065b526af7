namespace QualityInsight.Web.Words;

/// <summary>What went wrong with a service (服务问题), by the codes of the problem axis.</summary>
internal static class ProblemNames
{
    public static Text Of(string code) => code switch
    {
        "P01" => new("超时、效率低", "Slow or overdue"),
        "P02" => new("材料多、重复或指南外", "Too many, repeated or unlisted documents"),
        "P03" => new("告知不清、指南不准", "Unclear or wrong guidance"),
        "P04" => new("附加条件", "Extra conditions"),
        "P05" => new("网办、系统故障", "Online service or system fault"),
        "P06" => new("多次跑、多头跑", "Repeated trips, sent from one to the other"),
        "P07" => new("排队、预约、叫号", "Queueing and appointments"),
        "P08" => new("业务不熟练", "Staff not proficient"),
        "P09" => new("服务态度", "Attitude"),
        "P10" => new("收费、中介、廉洁", "Fees, agents, integrity"),
        "P11" => new("政策或结果不满", "Dissatisfied with policy or result"),
        "P12" => new("环境设施", "Premises and facilities"),
        "P13" => new("打击报复、泄露隐私、干扰评价", "Retaliation, leaks, pressure on reviewers"),
        "P99" => new("其他", "Other"),
        _ => new(code, code),
    };
}

namespace QualityInsight.Web.Words;

/// <summary>The stages of the loop's funnel.</summary>
internal static class LoopStages
{
    public static Text Of(string stage) => stage switch
    {
        "opened" => new("立案", "opened"),
        "called" => new("已回访", "called back"),
        "verified" => new("已核实", "verified"),
        "handed_in" => new("已提交反馈", "reply handed in"),
        "fed_back" => new("已反馈", "fed back"),
        "satisfied" => new("评价人满意", "citizen satisfied"),
        _ => new(stage, stage),
    };
}

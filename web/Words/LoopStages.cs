namespace QualityInsight.Web.Words;

/// <summary>The stages of the loop's funnel.</summary>
internal static class LoopStages
{
    public static Text Of(string stage) => stage switch
    {
        "opened" => new("立案", "opened"),
        "called" => new("已回访", "called back"),
        "verified" => new("已核实", "verified"),
        "rectified" => new("已整改或说明", "rectified or explained"),
        "fed_back" => new("已反馈", "fed back"),
        "satisfied" => new("评价人满意", "citizen satisfied"),
        _ => new(stage, stage),
    };
}

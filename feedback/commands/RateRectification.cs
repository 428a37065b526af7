namespace QualityInsight.Feedback;

/// <summary>整改评价: the citizen rates what was done.</summary>
/// <param name="Satisfaction">满意, 基本满意, 不满意.</param>
/// <param name="Text">The citizen's words, masked.</param>
public sealed record RateRectification(Satisfaction Satisfaction, string? Text = null) : CaseCommand;

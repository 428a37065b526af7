namespace QualityInsight.Feedback;

/// <summary>退单申请: the unit asks to give the case back.</summary>
/// <param name="Reason">Why it is not theirs.</param>
public sealed record RequestReturn(string Reason) : CaseCommand;

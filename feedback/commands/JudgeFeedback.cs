namespace QualityInsight.Feedback;

/// <summary>反馈审核: by somebody outside the handling unit.</summary>
/// <param name="Accept">Yes or no.</param>
/// <param name="Note">What is missing; needed for a no.</param>
public sealed record JudgeFeedback(bool Accept, string? Note = null) : CaseCommand;

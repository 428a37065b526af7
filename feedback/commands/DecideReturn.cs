namespace QualityInsight.Feedback;

/// <summary>退单审批.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record DecideReturn(bool Approve, string? Note = null) : CaseCommand;

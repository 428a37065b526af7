namespace QualityInsight.Feedback;

/// <summary>延期审批.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record DecideExtension(bool Approve, string? Note = null) : CaseCommand;

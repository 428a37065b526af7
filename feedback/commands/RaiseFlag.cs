namespace QualityInsight.Feedback;

/// <summary>标记.</summary>
/// <param name="Flag">Which.</param>
/// <param name="Note">Why.</param>
public sealed record RaiseFlag(CaseFlag Flag, string? Note = null) : CaseCommand;

namespace QualityInsight.Feedback;

/// <summary>办结.</summary>
/// <param name="Note">Why; needed from a supervisor.</param>
public sealed record CloseCase(string? Note = null) : CaseCommand;

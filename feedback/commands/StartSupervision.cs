namespace QualityInsight.Feedback;

/// <summary>督办.</summary>
/// <param name="Note">Why.</param>
public sealed record StartSupervision(string Note) : CaseCommand;

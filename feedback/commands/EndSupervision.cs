namespace QualityInsight.Feedback;

/// <summary>解除督办.</summary>
/// <param name="Note">Why.</param>
public sealed record EndSupervision(string Note) : CaseCommand;

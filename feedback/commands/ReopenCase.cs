namespace QualityInsight.Feedback;

/// <summary>督办重新交办: a supervisor orders another round.</summary>
/// <param name="Note">Why.</param>
public sealed record ReopenCase(string Note) : CaseCommand;

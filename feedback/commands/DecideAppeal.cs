namespace QualityInsight.Feedback;

/// <summary>申诉复核: by somebody independent.</summary>
/// <param name="Uphold">Yes or no.</param>
/// <param name="Reason">Why; always.</param>
/// <param name="Reply">What the citizen is told, where upheld.</param>
/// <param name="Obstacle">Why nobody can be told, instead.</param>
public sealed record DecideAppeal(bool Uphold, string Reason, string? Reply = null, FeedbackObstacle? Obstacle = null) : CaseCommand;

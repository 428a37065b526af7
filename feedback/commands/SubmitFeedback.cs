namespace QualityInsight.Feedback;

/// <summary>提交反馈: the unit's reply.</summary>
/// <param name="Text">What the citizen will read (or would).</param>
/// <param name="Obstacle">Why nobody can be told, or null.</param>
public sealed record SubmitFeedback(string Text, FeedbackObstacle? Obstacle = null) : CaseCommand;

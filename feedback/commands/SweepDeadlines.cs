namespace QualityInsight.Feedback;

/// <summary>时限检查: cards, missed deadlines, supervision, automatic closing; by the system only.</summary>
public sealed record SweepDeadlines : CaseCommand;

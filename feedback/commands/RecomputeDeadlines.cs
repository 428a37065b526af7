namespace QualityInsight.Feedback;

/// <summary>时限重算: a calendar year was loaded; by the system only.</summary>
public sealed record RecomputeDeadlines : CaseCommand;

namespace QualityInsight.Feedback;

/// <summary>签收: the unit signs for the case.</summary>
public sealed record AcceptCase : CaseCommand;

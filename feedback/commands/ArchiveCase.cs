namespace QualityInsight.Feedback;

/// <summary>归档.</summary>
public sealed record ArchiveCase : CaseCommand;

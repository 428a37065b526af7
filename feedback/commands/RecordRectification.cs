namespace QualityInsight.Feedback;

/// <summary>整改登记: something was put right.</summary>
/// <param name="Text">What.</param>
/// <param name="DoneAt">When, local; not before the review, not in the future.</param>
/// <param name="EvidenceIds">Attachments.</param>
public sealed record RecordRectification(string Text, DateTime DoneAt, IReadOnlyList<string>? EvidenceIds = null) : CaseCommand;

namespace QualityInsight.Feedback;

/// <summary>备注.</summary>
/// <param name="Text">The note.</param>
public sealed record AddNote(string Text) : CaseCommand;

namespace QualityInsight.Feedback;

/// <summary>申诉审批: the unit's leader stands behind it, or not.</summary>
/// <param name="Endorse">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record EndorseAppeal(bool Endorse, string? Note = null) : CaseCommand;

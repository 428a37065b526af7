namespace QualityInsight.Feedback;

/// <summary>回访登记: a call was made.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="CalledAt">When, local; not before the review, not in the future.</param>
/// <param name="DurationSeconds">How long.</param>
/// <param name="Note">What was said.</param>
public sealed record RecordCallback(CallbackOutcome Outcome, DateTime CalledAt, int? DurationSeconds = null, string? Note = null) : CaseCommand;

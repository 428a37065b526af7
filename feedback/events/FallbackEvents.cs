namespace QualityInsight.Feedback;

/// <summary>The case was put into the fallback register. Changes no state of its own.</summary>
/// <param name="EntryNo">The entry's number within the case, from 1.</param>
/// <param name="Origin">What brought it there.</param>
/// <param name="Reason">Why ordinary ways did not do, where a person entered it.</param>
public sealed record FallbackTaken(int EntryNo, FallbackOrigin Origin, [property: FreeText] string? Reason) : CaseEvent;

/// <summary>The entry was ended, solved or not.</summary>
/// <param name="EntryNo">The entry.</param>
/// <param name="Outcome">Solved or not.</param>
/// <param name="Reason">What did it, or why it could not be done.</param>
/// <param name="WorkingDays">Working days from the day after it was taken to the day it ended.</param>
public sealed record FallbackEnded(int EntryNo, FallbackOutcome Outcome, [property: FreeText] string Reason, int WorkingDays) : CaseEvent;

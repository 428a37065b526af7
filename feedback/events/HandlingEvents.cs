namespace QualityInsight.Feedback;

/// <summary>The reviewer was called; <see cref="CallbackOutcome.Reached"/> → <c>VERIFYING</c>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="CalledAt">When the call was made, local.</param>
/// <param name="DurationSeconds">How long it lasted, or null.</param>
/// <param name="Note">What was said.</param>
public sealed record CallbackAttempted(
    CallbackOutcome Outcome, DateTime CalledAt, int? DurationSeconds, [property: FreeText] string? Note) : CaseEvent;

/// <summary>Enough calls failed on enough days → <c>VERIFYING</c>.</summary>
/// <param name="Attempts">Failed calls of this round.</param>
/// <param name="Days">On how many days.</param>
public sealed record CallbackGivenUp(int Attempts, int Days) : CaseEvent;

/// <summary>There is nobody to call (匿名) → <c>VERIFYING</c>.</summary>
public sealed record CallbackWaived : CaseEvent;

/// <summary>A ledger line (台账) of a rectification that takes time.</summary>
/// <param name="Measures">What will be done.</param>
/// <param name="Responsible">By whom (a post or a number, not a citizen).</param>
/// <param name="PlannedFor">By when.</param>
public sealed record LedgerEntry([property: FreeText] string Measures, [property: FreeText] string Responsible, DateOnly PlannedFor);

/// <summary>What happened was established → <c>RECTIFYING</c> or <c>EXPLAINING</c>.</summary>
/// <param name="Outcome">属实 …</param>
/// <param name="Branch">How it will be dealt with.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ledger">The ledger line, for <see cref="Branch.RectifyByLedger"/>.</param>
public sealed record CaseVerified(
    VerificationOutcome Outcome, Branch Branch, [property: FreeText] string Finding, LedgerEntry? Ledger) : CaseEvent;

/// <summary>Something was put right.</summary>
/// <param name="Text">What.</param>
/// <param name="DoneAt">When, local.</param>
/// <param name="EvidenceIds">Attachments that show it.</param>
public sealed record RectificationRecorded([property: FreeText] string Text, DateTime DoneAt, IReadOnlyList<string> EvidenceIds) : CaseEvent;

/// <summary>More time was asked for, before the deadline (延期申请).</summary>
/// <param name="Amount">How much more, in the policy's unit.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionRequested(int Amount, [property: FreeText] string Reason) : CaseEvent;

/// <summary>The leader granted more time; the new deadline follows as <see cref="DeadlineSet"/>.</summary>
/// <param name="Amount">How much, in the policy's unit.</param>
public sealed record ExtensionApproved(int Amount) : CaseEvent;

/// <summary>The leader refused more time.</summary>
/// <param name="Note">Why.</param>
public sealed record ExtensionRejected([property: FreeText] string? Note) : CaseEvent;

/// <summary>The clock of the unit stopped (特别程序, 申诉).</summary>
/// <param name="ForAppeal">True where an appeal stopped it.</param>
/// <param name="Reason">Why.</param>
public sealed record ClockStopped(bool ForAppeal, [property: FreeText] string? Reason) : CaseEvent;

/// <summary>The clock runs again; the moved deadlines follow as <see cref="DeadlineSet"/>.</summary>
public sealed record ClockResumed : CaseEvent;

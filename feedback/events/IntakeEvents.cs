namespace QualityInsight.Feedback;

/// <summary>A bad review, an order of the hotline or a matter of the counter became a case → <c>REGISTERED</c>.</summary>
/// <param name="Review">What it is about; never changed afterwards.</param>
/// <param name="PolicyId">The policy it is worked under for life.</param>
/// <param name="PolicyHash">That policy's exact version.</param>
/// <param name="Backfilled">True where history was loaded: the case counts as opened when the review arrived.</param>
/// <param name="Kind">What kind of matter; openings of earlier versions have none and are bad reviews'.</param>
/// <param name="ByHand">True where a clerk took it down at the desk.</param>
public sealed record CaseOpened(
    BadReview Review, string PolicyId, string PolicyHash, bool Backfilled, CaseKind Kind = CaseKind.BadReview, bool ByHand = false) : CaseEvent;

/// <summary>Screening began → <c>SCREENING</c>.</summary>
public sealed record ScreeningStarted : CaseEvent;

/// <summary>A duplicate was linked to an open case → <c>MERGED</c>; its own call and reply stay due.</summary>
/// <param name="IntoCaseNo">The lead case.</param>
/// <param name="OrgCode">The lead case's unit, which now owes this reply too.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Reason">Why it is the same matter.</param>
public sealed record CaseMerged(string IntoCaseNo, string OrgCode, string? OrgName, [property: FreeText] string Reason) : CaseEvent;

/// <summary>Sent to the responsible unit → <c>DISPATCHED</c>.</summary>
/// <param name="OrgCode">The unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Automatic">By rule, not by a person.</param>
/// <param name="Note">What the unit should know.</param>
public sealed record CaseDispatched(string OrgCode, string? OrgName, bool Automatic, [property: FreeText] string? Note) : CaseEvent;

/// <summary>A handler of the unit was given the case.</summary>
/// <param name="UserId">The handler.</param>
/// <param name="UserName">As shown.</param>
/// <param name="Rule">The unit's rule that chose; null: by hand, or whoever signed.</param>
public sealed record HandlerAssigned(string UserId, string? UserName, string? Rule = null) : CaseEvent;

/// <summary>The unit signed for the case (签收) → <c>CALLBACK</c>.</summary>
public sealed record CaseAccepted : CaseEvent;

/// <summary>The unit asks to give the case back (退单).</summary>
/// <param name="Reason">Why it is not theirs.</param>
public sealed record ReturnRequested([property: FreeText] string Reason) : CaseEvent;

/// <summary>The return was approved → <c>SCREENING</c>, no unit.</summary>
/// <param name="Note">The clerk's words.</param>
public sealed record ReturnApproved([property: FreeText] string? Note) : CaseEvent;

/// <summary>The return was refused; the unit keeps the case.</summary>
/// <param name="Note">The clerk's words.</param>
public sealed record ReturnRejected([property: FreeText] string? Note) : CaseEvent;

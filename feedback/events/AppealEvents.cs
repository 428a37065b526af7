namespace QualityInsight.Feedback;

/// <summary>The unit asks that the review be set aside (申诉) → <c>APPEAL</c>, or <c>APPEAL_REVIEW</c> where no leader is asked.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">The reasons.</param>
/// <param name="NeedsEndorsement">The unit's leader has to endorse it first.</param>
public sealed record AppealFiled(AppealGround Ground, [property: FreeText] string Reason, bool NeedsEndorsement) : CaseEvent;

/// <summary>The unit's leader stands behind the appeal → <c>APPEAL_REVIEW</c>.</summary>
public sealed record AppealEndorsed : CaseEvent;

/// <summary>The unit's leader does not → back to where it was filed.</summary>
/// <param name="Note">Why.</param>
public sealed record AppealWithheld([property: FreeText] string? Note) : CaseEvent;

/// <summary>The independent reviewer upheld the appeal; the closing (or sending on) follows. The review itself stays.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">The reviewer's reasons.</param>
/// <param name="Reply">What the citizen is told, or null where <paramref name="Obstacle"/> says why nobody can be.</param>
/// <param name="Obstacle">Why nobody can be told.</param>
public sealed record AppealUpheld(
    AppealGround Ground, [property: FreeText] string Reason, [property: FreeText] string? Reply, FeedbackObstacle? Obstacle) : CaseEvent;

/// <summary>The appeal failed → back to where it was filed.</summary>
/// <param name="Reason">The reviewer's reasons.</param>
public sealed record AppealRejected([property: FreeText] string Reason) : CaseEvent;

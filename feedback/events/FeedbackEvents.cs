namespace QualityInsight.Feedback;

/// <summary>The unit handed in its reply → <c>FEEDBACK_REVIEW</c>.</summary>
/// <param name="Text">What the citizen will read.</param>
/// <param name="Obstacle">Why nobody can be told, or null.</param>
public sealed record FeedbackSubmitted([property: FreeText] string Text, FeedbackObstacle? Obstacle) : CaseEvent;

/// <summary>The reply was accepted and given → <c>FED_BACK</c>.</summary>
/// <param name="Note">The judge's words.</param>
public sealed record FeedbackAccepted([property: FreeText] string? Note) : CaseEvent;

/// <summary>The reply was not accepted → back to <c>RECTIFYING</c>, <c>EXPLAINING</c> or <c>MERGED</c>.</summary>
/// <param name="Note">What is missing.</param>
public sealed record FeedbackNotAccepted([property: FreeText] string Note) : CaseEvent;

/// <summary>The citizen rated what was done (整改评价、追评).</summary>
/// <param name="Satisfaction">满意, 基本满意, 不满意.</param>
/// <param name="Text">The citizen's words, masked.</param>
/// <param name="ByLink">True by the one-time link, false where a clerk asked by telephone.</param>
public sealed record RectificationRated(Satisfaction Satisfaction, [property: FreeText] string? Text, bool ByLink) : CaseEvent;

/// <summary>Not satisfied: it starts again → <c>REOPENED</c>.</summary>
/// <param name="Round">The round that begins; the first is 0.</param>
/// <param name="Ordered">True where a supervisor ordered it beyond the policy's number of rounds.</param>
public sealed record CaseReopened(int Round, bool Ordered) : CaseEvent;

/// <summary>The case ended → <c>CLOSED</c>.</summary>
/// <param name="Reason">How.</param>
/// <param name="CountsInAssessment">False where an appeal set the review aside; raw figures still count it.</param>
/// <param name="Note">Words, where the reason needs them.</param>
public sealed record CaseClosed(CloseReason Reason, bool CountsInAssessment, [property: FreeText] string? Note) : CaseEvent;

/// <summary>Put away → <c>ARCHIVED</c>.</summary>
public sealed record CaseArchived : CaseEvent;

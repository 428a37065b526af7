namespace QualityInsight.Feedback;

/// <summary>The unit decided on a suggestion (建议采纳); the reply follows. The newest decision of a case counts.</summary>
/// <param name="Outcome">采纳, 不采纳.</param>
/// <param name="Reason">Why; the citizen is told.</param>
public sealed record SuggestionDecided(SuggestionOutcome Outcome, [property: FreeText] string Reason) : CaseEvent;

namespace QualityInsight.Feedback;

/// <summary>建议采纳决定: the leader of the unit adopts a suggestion or does not, with the reason; once a round, before the reply.</summary>
/// <param name="Adopt">Yes or no.</param>
/// <param name="Reason">Why; always.</param>
public sealed record DecideSuggestion(bool Adopt, string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Explaining, CaseState.Merged) ?? this.InUnit(s) ?? this.NotRated(s)
        ?? (s.Case.Suggestion is { } decided ? Refuse(s, "SUGGESTION_DECIDED", decided) : null);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal
            ? refusal
            : Decision.Happened(new SuggestionDecided(Adopt ? SuggestionOutcome.Adopted : SuggestionOutcome.NotAdopted, Reason));
}

namespace QualityInsight.Feedback;

/// <summary>兜底销号: say whether a matter of the fallback register was solved, and what did it or why not. The unit that had the case does not say so itself.</summary>
/// <param name="Outcome">Solved or not.</param>
/// <param name="Reason">What did it, or why it could not be done; always.</param>
public sealed record EndFallback(FallbackOutcome Outcome, string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        s.Case.OpenFallback is null ? Refuse(s, "NOT_IN_FALLBACK") : this.OutsideUnit(s) ?? this.NotRated(s);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal
            ? refusal
            : Decision.Happened(new FallbackEnded(
                s.Case.OpenFallback!.No, Outcome, Reason, s.Calendar.CountWorkingDays(s.Case.OpenFallback.TakenAt, s.Now)));
}

namespace QualityInsight.Feedback;

/// <summary>督办重新交办: a supervisor orders another round, beyond the policy's number or after closing; not of a case set aside on appeal. The case is followed in the fallback register.</summary>
/// <param name="Note">Why.</param>
public sealed record ReopenCase(string Note) : CaseCommand
{
    internal override CaseState? Target => CaseState.Reopened;

    internal override IReadOnlyList<Role> Roles => [Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.FedBack, CaseState.Closed)
        ?? (s.Case.AppealUpheld ? Refuse(s, "SET_ASIDE")
            : s.Case.State == CaseState.FedBack && s.Case.Rating != Satisfaction.NotSatisfied ? Refuse(s, "NOT_UNSATISFIED") : null);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Note, "REASON_NEEDED") is { } refusal
            ? refusal
            : new Script(s)
                .AddIf(!s.Case.Supervised, () => new SupervisionStarted(SupervisionTrigger.Ordered, Note))
                .Add(new CaseReopened(s.Case.Round + 1, Ordered: true))
                .AddIf(s.Case.OpenFallback is null, () => TakeIntoFallback.Entry(s.Case, FallbackOrigin.Reopened, null))
                .Refresh(DeadlineCause.Started)
                .Done();
}

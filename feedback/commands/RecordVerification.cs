namespace QualityInsight.Feedback;

/// <summary>核实: what happened, and which of the three ways follows. What was not so can only be explained.</summary>
/// <param name="Outcome">属实 …</param>
/// <param name="Branch">One of the three ways.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ledger">Needed for 限期整改, and only there.</param>
public sealed record RecordVerification(
    VerificationOutcome Outcome, Branch Branch, string Finding, LedgerEntry? Ledger = null) : CaseCommand
{
    internal override CaseState? Target => Branch == Branch.Explain ? CaseState.Explaining : CaseState.Rectifying;

    internal override IReadOnlyList<Role> Roles => [Role.Handler];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Verifying) ?? this.InUnit(s) ?? this.NotRated(s) ?? this.Running(s);

    private protected override Decision Act(Situation s)
    {
        var refusal = this.Written(s, Finding, "FINDING_NEEDED")
            ?? (Outcome == VerificationOutcome.Unsubstantiated && Branch != Branch.Explain ? Refuse(s, "ONLY_EXPLAIN", Outcome)
                : (Branch == Branch.RectifyByLedger) != (Ledger is not null) ? Refuse(s, "LEDGER", Branch)
                : Ledger is not null && (string.IsNullOrWhiteSpace(Ledger.Measures) || string.IsNullOrWhiteSpace(Ledger.Responsible)) ? Refuse(s, "LEDGER", Branch)
                : Ledger is not null && Ledger.PlannedFor < DateOnly.FromDateTime(s.Now) ? Refuse(s, "PLANNED_IN_THE_PAST") : null);
        return refusal is not null
            ? refusal
            : new Script(s).Add(new CaseVerified(Outcome, Branch, Finding, Ledger))
                .Refresh(s.Case.Deadlines.ContainsKey(DeadlineStep.Rectify) ? DeadlineCause.Reclassified : DeadlineCause.Started)
                .Done();
    }
}

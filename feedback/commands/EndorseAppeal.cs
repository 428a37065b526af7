namespace QualityInsight.Feedback;

/// <summary>申诉审批: the unit's leader, another person than filed it, stands behind it or not.</summary>
/// <param name="Endorse">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record EndorseAppeal(bool Endorse, string? Note = null) : CaseCommand
{
    internal override CaseState? Target => Endorse ? CaseState.AppealReview : null;

    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Appeal) ?? this.InUnit(s)
        ?? (s.Case.AppealFiledBy == s.Actor.UserId ? Refuse(s, "OWN_REQUEST") : null);

    private protected override Decision Act(Situation s)
    {
        if (Endorse)
            return new Script(s).Add(new AppealEndorsed()).Begin(DeadlineStep.AppealDecision).Done();
        return this.Written(s, Note, "REASON_NEEDED") is { } refusal
            ? refusal
            : new Script(s).Add(new AppealWithheld(Note)).AddIf(s.Case.IsStopped, () => new ClockResumed())
                .Refresh(DeadlineCause.Resumed).Done();
    }
}

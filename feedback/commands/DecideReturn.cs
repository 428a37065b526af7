namespace QualityInsight.Feedback;

/// <summary>退单审批: by a clerk outside the unit; approved, the case is screened again, the time to dispatch begins
/// anew, and open tasks of supporting units are taken back.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record DecideReturn(bool Approve, string? Note = null) : CaseCommand
{
    internal override CaseState? Target => Approve ? CaseState.Screening : null;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Dispatched, CaseState.Callback)
        ?? (s.Case.ReturnPending ? this.OutsideUnit(s) : Refuse(s, "NOTHING_PENDING", Approval.Return));

    private protected override Decision Act(Situation s)
    {
        if (Approve)
            return new Script(s).WithdrawSupport(WithdrawalCause.CaseReturned).Add(new ReturnApproved(Note))
                .Refresh(DeadlineCause.Started, DeadlineStep.Dispatch).Begin(DeadlineStep.Dispatch).Done();
        return this.Written(s, Note, "REASON_NEEDED") is { } refusal ? refusal : Decision.Happened(new ReturnRejected(Note));
    }
}

namespace QualityInsight.Feedback;

/// <summary>延期审批: by the unit's leader, another person than asked; granted before the deadline only.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="Note">Why; needed for a no.</param>
public sealed record DecideExtension(bool Approve, string? Note = null) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Rectifying, CaseState.Explaining) ?? this.InUnit(s)
        ?? (s.Case.ExtensionPending is null ? Refuse(s, "NOTHING_PENDING", Approval.Extension)
            : s.Case.ExtensionAskedBy == s.Actor.UserId ? Refuse(s, "OWN_REQUEST") : null);

    private protected override Decision Act(Situation s)
    {
        if (!Approve)
            return this.Written(s, Note, "REASON_NEEDED") is { } needed ? needed : Decision.Happened(new ExtensionRejected(Note));
        return (RequestExtension.TooLate(this, s) ?? this.Running(s)) is { } refusal
            ? refusal
            : new Script(s).Add(new ExtensionApproved(s.Case.ExtensionPending!.Value)).Refresh(DeadlineCause.Extended).Done();
    }
}

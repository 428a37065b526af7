namespace QualityInsight.Feedback;

/// <summary>撤下附件: a file is no longer shown, with the reason; the file and its event stay. By whoever added it, or a clerk or supervisor.</summary>
/// <param name="ContentHash">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record RemoveEvidence(string ContentHash, string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => AddEvidence.EvidenceRoles;

    private protected override Refusal? Gate(Situation s) =>
        s.Case.State == CaseState.Archived ? Refuse(s, "IS_ARCHIVED")
        : this.NotRated(s) ?? (s.Case.Evidence.Exists(e => e.WithdrawnBecause is null) ? null : Refuse(s, "NO_SUCH_EVIDENCE"));

    private protected override Decision Act(Situation s) =>
        s.Case.EvidenceOf(ContentHash) is not { } item ? Refuse(s, "NO_SUCH_EVIDENCE")
        : item.AddedBy != s.Actor.UserId && !s.Actor.Is(Role.IntakeClerk, Role.Supervisor) ? Refuse(s, "WRONG_ROLE", [new[] { Role.IntakeClerk, Role.Supervisor }])
        : this.Written(s, Reason, "REASON_NEEDED") is { } refusal ? refusal
        : Decision.Happened(new EvidenceRemoved(ContentHash, Reason));
}

namespace QualityInsight.Feedback;

/// <summary>归档: put a closed case away.</summary>
public sealed record ArchiveCase : CaseCommand
{
    internal override CaseState? Target => CaseState.Archived;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.System];

    private protected override Refusal? Gate(Situation s) => this.InState(s, CaseState.Closed);

    private protected override Decision Act(Situation s) => Decision.Happened(new CaseArchived());
}

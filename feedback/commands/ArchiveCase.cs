namespace QualityInsight.Feedback;

/// <summary>归档: put a closed case away; not while the fallback register waits for its end.</summary>
public sealed record ArchiveCase : CaseCommand
{
    internal override CaseState? Target => CaseState.Archived;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.System];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Closed) ?? (s.Case.OpenFallback is { } entry ? Refuse(s, "FALLBACK_OPEN", entry.No) : null);

    private protected override Decision Act(Situation s) => Decision.Happened(new CaseArchived());
}

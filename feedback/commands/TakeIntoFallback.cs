namespace QualityInsight.Feedback;

/// <summary>列入兜底台账: a clerk or supervisor puts a matter that ordinary ways do not solve into the fallback register.</summary>
/// <param name="Reason">Why ordinary ways do not do.</param>
public sealed record TakeIntoFallback(string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        s.Case.State == CaseState.Archived ? Refuse(s, "IS_ARCHIVED")
        : s.Case.OpenFallback is { } entry ? Refuse(s, "IN_FALLBACK", entry.No, entry.TakenAt) : null;

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal
            ? refusal
            : Decision.Happened(Entry(s.Case, FallbackOrigin.Entered, Reason));

    /// <summary>The next entry of a case.</summary>
    internal static FallbackTaken Entry(Case @case, FallbackOrigin origin, string? reason) => new(@case.FallbackEntries.Count + 1, origin, reason);
}

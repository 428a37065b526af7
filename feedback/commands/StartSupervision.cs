namespace QualityInsight.Feedback;

/// <summary>督办: a supervisor takes an open case under supervision.</summary>
/// <param name="Note">Why.</param>
public sealed record StartSupervision(string Note) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        !s.Case.IsOpen ? Refuse(s, "NOT_OPEN") : s.Case.Supervised ? Refuse(s, "ALREADY_SO") : null;

    private protected override Decision Act(Situation s) =>
        this.Written(s, Note, "REASON_NEEDED") is { } refusal
            ? refusal
            : Decision.Happened(new SupervisionStarted(SupervisionTrigger.Ordered, Note));
}

namespace QualityInsight.Feedback;

/// <summary>解除督办.</summary>
/// <param name="Note">Why.</param>
public sealed record EndSupervision(string Note) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Supervisor];

    private protected override Refusal? Gate(Situation s) => s.Case.Supervised ? null : Refuse(s, "NOT_SUPERVISED");

    private protected override Decision Act(Situation s) =>
        this.Written(s, Note, "REASON_NEEDED") is { } refusal ? refusal : Decision.Happened(new SupervisionEnded(Note));
}

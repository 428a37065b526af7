namespace QualityInsight.Feedback;

/// <summary>标记: 疑难, 打击报复风险, 领导批示.</summary>
/// <param name="Flag">Which.</param>
/// <param name="Note">Why.</param>
public sealed record RaiseFlag(CaseFlag Flag, string? Note = null) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.Supervisor, Role.UnitLeader, Role.Handler];

    private protected override Refusal? Gate(Situation s) => s.Case.IsOpen ? null : Refuse(s, "NOT_OPEN");

    private protected override Decision Act(Situation s) =>
        s.Case.Flags.Contains(Flag) ? Refuse(s, "ALREADY_SO") : Decision.Happened(new FlagRaised(Flag, Note));
}

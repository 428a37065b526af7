namespace QualityInsight.Feedback;

/// <summary>中止计时 (特别程序): the unit's leader stops the unit's clock, before its deadline.</summary>
/// <param name="Reason">Why.</param>
public sealed record StopClock(string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Verifying, CaseState.Rectifying, CaseState.Explaining) ?? this.InUnit(s) ?? this.Running(s)
        ?? (s.Case.CurrentDeadline is { } due && s.Now > due.DueAt ? Refuse(s, "AFTER_THE_DEADLINE", due.DueAt) : null);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal ? refusal : Decision.Happened(new ClockStopped(ForAppeal: false, Reason));
}

namespace QualityInsight.Feedback;

/// <summary>恢复计时: deadlines move by the days on which the clock stood still.</summary>
public sealed record ResumeClock : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader, Role.Handler, Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Verifying, CaseState.Rectifying, CaseState.Explaining)
        ?? (s.Actor.Is(Role.Supervisor) ? null : this.InUnit(s))
        ?? (s.Case.IsStopped ? null : Refuse(s, "CLOCK_RUNS"));

    private protected override Decision Act(Situation s) =>
        new Script(s).Add(new ClockResumed()).Refresh(DeadlineCause.Resumed).Done();
}

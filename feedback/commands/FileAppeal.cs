namespace QualityInsight.Feedback;

/// <summary>申诉: the unit asks that the review be set aside in assessment, within the appeal window.</summary>
/// <param name="Ground">误评, 恶意, 非本部门.</param>
/// <param name="Reason">The reasons.</param>
public sealed record FileAppeal(AppealGround Ground, string Reason) : CaseCommand
{
    internal override CaseState? Target => CaseState.Appeal;

    internal override IReadOnlyList<Role> Roles => [Role.Handler];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Verifying, CaseState.Rectifying, CaseState.Explaining) ?? this.InUnit(s) ?? this.Running(s)
        ?? (s.Case.Appeals >= s.Policy.MaxAppeals ? Refuse(s, "APPEALS_USED_UP", s.Policy.MaxAppeals)
            : s.Case.Deadlines.TryGetValue(DeadlineStep.AppealWindow, out var due) && s.Now > due.DueAt ? Refuse(s, "AFTER_THE_DEADLINE", due.DueAt)
            : null);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal
            ? refusal
            : new Script(s).Add(new AppealFiled(Ground, Reason, s.Policy.AppealNeedsLeader))
                .AddIf(s.Policy.AppealStopsClock, () => new ClockStopped(ForAppeal: true, null))
                .Begin(DeadlineStep.AppealDecision)
                .Done();
}

namespace QualityInsight.Feedback;

/// <summary>撤回协办: the lead unit, a clerk or a supervisor takes an open task back, with the reason.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawSupportTask(int TaskNo, string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.UnitLeader, Role.IntakeClerk, Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        (s.Actor.Is(Role.IntakeClerk, Role.Supervisor) ? null : this.InUnit(s)) ?? this.NotRated(s)
        ?? (s.Case.OpenSupport.Any() ? null : Refuse(s, "NO_OPEN_TASK"));

    private protected override Decision Act(Situation s) =>
        s.Case.Support(TaskNo) is not { } task ? Refuse(s, "NO_OPEN_TASK")
        : !task.IsOpen ? Refuse(s, "TASK_STATE", task.No, task.State)
        : this.Written(s, Reason, "REASON_NEEDED") is { } refusal ? refusal
        : Decision.Happened(new SupportTaskWithdrawn(task.No, task.OrgCode, WithdrawalCause.ByLead, Reason));
}

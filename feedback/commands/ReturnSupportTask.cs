namespace QualityInsight.Feedback;

/// <summary>退回协办: the supporting unit gives its task back; the lead unit sees why.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="Reason">Why.</param>
public sealed record ReturnSupportTask(int TaskNo, string Reason) : SupportCommand(TaskNo)
{
    private protected override IReadOnlyList<SupportState> Needs => [SupportState.Asked, SupportState.Working];

    private protected override Decision Act(Situation s) =>
        (Mine(s, out var task) ?? this.Written(s, Reason, "REASON_NEEDED")) is { } refusal
            ? refusal
            : Decision.Happened(new SupportTaskReturned(task.No, task.OrgCode, Reason));
}

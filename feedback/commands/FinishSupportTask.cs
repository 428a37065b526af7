namespace QualityInsight.Feedback;

/// <summary>协办完成: the supporting unit says what it did.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="Text">What was done, for the lead unit.</param>
public sealed record FinishSupportTask(int TaskNo, string Text) : SupportCommand(TaskNo)
{
    private protected override IReadOnlyList<SupportState> Needs => [SupportState.Working];

    private protected override Decision Act(Situation s) =>
        (Mine(s, out var task) ?? this.Written(s, Text, "TEXT_NEEDED")) is { } refusal
            ? refusal
            : Decision.Happened(new SupportTaskDone(task.No, task.OrgCode, Text));
}

namespace QualityInsight.Feedback;

/// <summary>签收协办: the supporting unit signs for its task; whoever signs works on it.</summary>
/// <param name="TaskNo">The task.</param>
public sealed record AcceptSupportTask(int TaskNo) : SupportCommand(TaskNo)
{
    private protected override IReadOnlyList<SupportState> Needs => [SupportState.Asked];

    private protected override Decision Act(Situation s) =>
        Mine(s, out var task) is { } refusal
            ? refusal
            : Decision.Happened(new SupportTaskAccepted(task.No, task.OrgCode, s.Actor.UserId, s.Actor.Name));
}

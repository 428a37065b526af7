namespace QualityInsight.Feedback;

/// <summary>What a supporting unit may do on a case that it sees only because it supports it (协办单位的操作): its own task, nothing else.</summary>
public abstract record SupportCommand(int TaskNo) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.UnitLeader];

    private protected override Refusal? Gate(Situation s)
    {
        var mine = s.Case.OpenSupport.Where(t => t.OrgCode == s.Actor.OrgCode).ToList();
        return mine.Count == 0 ? Refuse(s, "NO_TASK_OF_YOURS")
            : this.NotRated(s) ?? (mine.Exists(t => Needs.Contains(t.State)) ? null : Refuse(s, "TASK_STATE", mine[0].No, mine[0].State));
    }

    /// <summary>The states of the task in which the command can be given.</summary>
    private protected abstract IReadOnlyList<SupportState> Needs { get; }

    /// <summary>The task, where it is open and the actor's unit's.</summary>
    private protected Refusal? Mine(Situation s, out SupportTask task)
    {
        task = s.Case.Support(TaskNo)!;
        return task is null || task.OrgCode != s.Actor.OrgCode ? Refuse(s, "NO_TASK_OF_YOURS")
            : Needs.Contains(task.State) ? null : Refuse(s, "TASK_STATE", task.No, task.State);
    }
}

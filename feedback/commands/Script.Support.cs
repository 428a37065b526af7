namespace QualityInsight.Feedback;

internal sealed partial class Script
{
    /// <summary>Sets the deadline of a task that begins now.</summary>
    internal Script BeginSupport(int taskNo) => SetSupport(taskNo, situation.Policy.Support, situation.Now, DeadlineCause.Started);

    /// <summary>Takes every open task back, as the case's own course demands.</summary>
    internal Script WithdrawSupport(WithdrawalCause cause)
    {
        foreach (var task in Case.OpenSupport.ToList())
            Add(new SupportTaskWithdrawn(task.No, task.OrgCode, cause, null));
        return this;
    }

    private void RecomputeSupport()
    {
        foreach (var (no, d) in Case.OpenSupport.Select(t => (t.No, t.Deadline!)).ToList())
            SetSupport(no, new(d.Amount, d.Unit, CountFrom.StepBegan), d.CountedFrom, DeadlineCause.CalendarLoaded);
    }

    private Script SetSupport(int taskNo, TimeLimit limit, DateTime from, DeadlineCause cause)
    {
        var task = Case.Support(taskNo)!;
        var deadline = Deadlines.Compute(situation, Case, DeadlineStep.Support, limit.Amount, limit.Unit, from);
        return task.Deadline is { } old && old.DueAt == deadline.DueAt && old.Provisional == deadline.IsProvisional
            ? this
            : Add(new SupportDeadlineSet(taskNo, task.OrgCode, deadline.DueAt, deadline.IsProvisional, from, limit.Amount, limit.Unit, cause));
    }
}

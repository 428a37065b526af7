namespace QualityInsight.Feedback;

/// <summary>Deadlines of cases: which stops apply, and the story of one in force.</summary>
public static class Deadlines
{
    /// <summary>The story of a deadline in force, computed again from the case's policy, calendar and stops.</summary>
    public static IReadOnlyList<ExplainLine> Explain(Case @case, DeadlineInForce deadline, Policy policy, WorkingCalendar calendar) =>
        Deadline.Compute(Request(@case, policy, deadline.Step, deadline.Amount, deadline.Unit, deadline.CountedFrom), calendar).Explain();

    /// <summary>The story of a supporting unit's deadline.</summary>
    public static IReadOnlyList<ExplainLine> Explain(Case @case, SupportTask task, Policy policy, WorkingCalendar calendar) =>
        task.Deadline is { } deadline ? Explain(@case, deadline, policy, calendar) : [];

    internal static Deadline Compute(Situation s, Case @case, DeadlineStep step, int amount, TimeUnit unit, DateTime from) =>
        Deadline.Compute(Request(@case, s.Policy, step, amount, unit, from), s.Calendar);

    private static DeadlineRequest Request(Case @case, Policy policy, DeadlineStep step, int amount, TimeUnit unit, DateTime from) =>
        new(from, amount, unit)
        {
            RollsOver = policy.NaturalDaysRollOver,
            Stops = step is DeadlineStep.Verify or DeadlineStep.Rectify ? [.. @case.Stops.Where(stop => stop.Until is not null)] : [],
        };
}

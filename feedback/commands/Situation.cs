namespace QualityInsight.Feedback;

/// <summary>All a decision may look at. Pure data; the shells load it.</summary>
/// <param name="Case">The case as its events give it.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Policy">The policy version the case lives under.</param>
/// <param name="Calendar">The working calendar of that policy.</param>
/// <param name="Now">The bureau's wall-clock.</param>
public sealed record Situation(Case Case, Actor Actor, Policy Policy, WorkingCalendar Calendar, DateTime Now)
{
    /// <summary>For <see cref="MergeCase"/>: the lead case, or null where there is none of that number.</summary>
    public Case? Lead { get; init; }

    /// <summary>For <see cref="AssignHandler"/>: the account, or null where there is none of that id.</summary>
    public Actor? Assignee { get; init; }
}

namespace QualityInsight.Feedback;

/// <summary>In what a case would have come out differently.</summary>
public enum OutcomeChange
{
    /// <summary>A step would have been late that was not.</summary>
    MoreLate,
    /// <summary>A step would have been in time that was late.</summary>
    LessLate,
    /// <summary>More cards.</summary>
    MoreCards,
    /// <summary>Fewer cards.</summary>
    FewerCards,
    /// <summary>Under supervision, and was not.</summary>
    Supervised,
    /// <summary>Not under supervision, and was.</summary>
    NotSupervised,
    /// <summary>Would not have become a case.</summary>
    LeftOut,
    /// <summary>The system would have closed it unrated, and did not.</summary>
    ClosedUnrated,
    /// <summary>The system would not have closed it unrated (yet), and did.</summary>
    NotClosedUnrated,
    /// <summary>People did what the policy does not allow, or were not given what it gives.</summary>
    Clash,
}

/// <summary>A case whose outcome differs.</summary>
/// <param name="CaseNo">Number.</param>
/// <param name="OrgCode">The unit that has it now, or null.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="OpenedAt">When it was opened, local.</param>
/// <param name="Before">Under the policy it lives under.</param>
/// <param name="After">Under the other one.</param>
/// <param name="Changes">In what they differ.</param>
public sealed record WhatIfCase(
    string CaseNo, string? OrgCode, string? OrgName, DateTime OpenedAt, CaseOutcome Before, CaseOutcome After, IReadOnlySet<OutcomeChange> Changes);

/// <summary>Steps of a unit before and after.</summary>
/// <param name="OrgCode">The unit; null: cases without one.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">Steps that had a deadline, under the policies the cases live under.</param>
/// <param name="LateBefore">Of these, late.</param>
/// <param name="After">Steps that would have had one.</param>
/// <param name="LateAfter">Of these, late.</param>
public sealed record WhatIfLine(string? OrgCode, string? OrgName, DeadlineStep Step, int Before, int LateBefore, int After, int LateAfter);

/// <summary>Cases counted one way, before and after.</summary>
/// <param name="Before">Under the policies the cases live under.</param>
/// <param name="After">Under the other one.</param>
public sealed record BeforeAfter(int Before, int After);

/// <summary>What a changed policy would have done to the cases of a period, had people acted at the same moments.</summary>
public sealed record WhatIfReport
{
    /// <summary>Key of cases on no branch yet.</summary>
    public const string NoBranch = "NONE";

    /// <summary>The changed policy.</summary>
    public required Policy Policy { get; init; }
    /// <summary>First day of opening.</summary>
    public required DateOnly From { get; init; }
    /// <summary>Last day of opening.</summary>
    public required DateOnly To { get; init; }
    /// <summary>The moment up to which was replayed, local.</summary>
    public required DateTime Until { get; init; }
    /// <summary>Cases replayed (n).</summary>
    public required int Cases { get; init; }
    /// <summary>Cases that would not have been opened, by reason.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init; }
    /// <summary>Cases with a late step.</summary>
    public required BeforeAfter LateCases { get; init; }
    /// <summary>Cases with a yellow card.</summary>
    public required BeforeAfter Yellow { get; init; }
    /// <summary>Cases with a red card.</summary>
    public required BeforeAfter Red { get; init; }
    /// <summary>Cases under supervision.</summary>
    public required BeforeAfter Supervised { get; init; }
    /// <summary>Cases closed by the system unrated.</summary>
    public required BeforeAfter ClosedUnrated { get; init; }
    /// <summary>Steps whose deadline is provisional and therefore never counted as late.</summary>
    public required BeforeAfter Provisional { get; init; }
    /// <summary>Cases by clash between policy and what people did.</summary>
    public required IReadOnlyDictionary<PolicyClash, int> Clashes { get; init; }
    /// <summary>Cases by the way of handling people chose (立行立改, 台账限期整改, 解释说明), those not yet on one under <see cref="NoBranch"/>.</summary>
    public required IReadOnlyDictionary<string, BeforeAfter> Branches { get; init; }
    /// <summary>Before and after by unit and step.</summary>
    public required IReadOnlyList<WhatIfLine> Lines { get; init; }
    /// <summary>Deadlines missed, of all steps.</summary>
    public BeforeAfter Missed => new(Lines.Sum(l => l.LateBefore), Lines.Sum(l => l.LateAfter));
    /// <summary>Deadlines met or still running, of all steps.</summary>
    public BeforeAfter Met => new(Lines.Sum(l => l.Before - l.LateBefore), Lines.Sum(l => l.After - l.LateAfter));
    /// <summary>The cases whose outcome differs, by number.</summary>
    public required IReadOnlyList<WhatIfCase> Different { get; init; }
}

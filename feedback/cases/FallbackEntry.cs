namespace QualityInsight.Feedback;

/// <summary>What brought a case into the fallback register (进入途径).</summary>
public enum FallbackOrigin
{
    /// <summary>多次整改不满意: the citizen was still not satisfied after the last round the policy gives, or another round was ordered.</summary>
    Reopened,
    /// <summary>窗口反映: taken down at the counter of matters that could not be done (办不成事).</summary>
    Counter,
    /// <summary>人工列入: a clerk or supervisor entered it.</summary>
    Entered,
}

/// <summary>How an entry ended (兜底结果).</summary>
public enum FallbackOutcome
{
    /// <summary>已解决.</summary>
    Solved,
    /// <summary>未能解决: it stays undone, for a stated reason.</summary>
    Unsolved,
}

/// <summary>
/// A line of the fallback register (兜底台账, “办不成事”反映窗口): a matter that ordinary rules did not solve, followed until somebody says
/// solved or not, and why. Times local. After GB/T 47366-2026 (title only, DOMAIN §1.1); what it holds is ours.
/// </summary>
/// <param name="No">Its number within the case, from 1.</param>
/// <param name="Origin">What brought it there.</param>
/// <param name="Reason">Why, where a person entered it.</param>
/// <param name="TakenAt">When.</param>
public sealed record FallbackEntry(int No, FallbackOrigin Origin, string? Reason, DateTime TakenAt)
{
    /// <summary>Solved or not; null while open.</summary>
    public FallbackOutcome? Outcome { get; init; }
    /// <summary>What did it, or why it could not be done.</summary>
    public string? Answer { get; init; }
    /// <summary>When it ended.</summary>
    public DateTime? EndedAt { get; init; }
    /// <summary>Working days it took; null while open.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>Nobody has said yet whether it was solved.</summary>
    public bool IsOpen => Outcome is null;
}

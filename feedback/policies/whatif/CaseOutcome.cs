namespace QualityInsight.Feedback;

/// <summary>A step of a case under a policy.</summary>
/// <param name="Round">0 at first; one more each reopening.</param>
/// <param name="Step">Which.</param>
/// <param name="DueAt">Its last deadline, local.</param>
/// <param name="Provisional">Runs into an unannounced year; such a deadline is never counted as missed.</param>
/// <param name="DoneAt">When it was done; null: still outstanding.</param>
/// <param name="Late">It was not done by the deadline.</param>
public sealed record StepOutcome(int Round, DeadlineStep Step, DateTime DueAt, bool Provisional, DateTime? DoneAt, bool Late);

/// <summary>Where a policy does not allow what people did, or allows what they were not given.</summary>
public enum PolicyClash
{
    /// <summary>More extensions, or longer, or asked later than it allows; the replay leaves it out.</summary>
    ExtensionNotAllowed,
    /// <summary>More appeals than it allows, or after its window; the replay keeps it.</summary>
    AppealNotAllowed,
    /// <summary>More returns than it allows; the replay keeps it.</summary>
    ReturnNotAllowed,
    /// <summary>Calling was given up before it allows; the replay keeps it.</summary>
    GivenUpTooEarly,
    /// <summary>Reopened more often than it allows; the replay ends there.</summary>
    ReopenNotAllowed,
    /// <summary>It would have been reopened once more; nobody knows how that would have gone, the replay goes on without.</summary>
    WouldBeReopened,
    /// <summary>Rated after its time for rating; the replay keeps it unless the case was closed by then.</summary>
    RatedTooLate,
}

/// <summary>What a policy makes of a case when people act at the moments they did.</summary>
public sealed record CaseOutcome
{
    /// <summary>Why the review would not have become a case (NOT_BAD, WITHOUT_TEXT, ANONYMOUS …), or null.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Steps in order; empty where left out.</summary>
    public IReadOnlyList<StepOutcome> Steps { get; init; } = [];

    /// <summary>Yellow cards.</summary>
    public int Yellow { get; init; }

    /// <summary>Red cards.</summary>
    public int Red { get; init; }

    /// <summary>It came under supervision.</summary>
    public bool Supervised { get; init; }

    /// <summary>The system closed it because nobody rated in time.</summary>
    public bool ClosedUnrated { get; init; }

    /// <summary>The way of handling that people chose last; null: not yet chosen, or left out.</summary>
    public Branch? Branch { get; init; }

    /// <summary>Where policy and what people did do not fit.</summary>
    public IReadOnlySet<PolicyClash> Clashes { get; init; } = new HashSet<PolicyClash>();

    /// <summary>Late steps.</summary>
    public int Late => Steps.Count(s => s.Late);
}

namespace QualityInsight.Feedback;

/// <summary>Why a deadline was set.</summary>
public enum DeadlineCause
{
    /// <summary>The step began.</summary>
    Started,
    /// <summary>An extension was granted.</summary>
    Extended,
    /// <summary>The clock ran again after a stop.</summary>
    Resumed,
    /// <summary>A calendar year was loaded that had not been announced.</summary>
    CalendarLoaded,
    /// <summary>The case turned out complex, or simple.</summary>
    Reclassified,
}

/// <summary>A deadline was set or moved.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="DueAt">Local wall-clock; the last moment in time.</param>
/// <param name="Provisional">True where it runs into a year whose holidays are not announced.</param>
/// <param name="CountedFrom">The moment the count began, local.</param>
/// <param name="Amount">How much time, extensions included.</param>
/// <param name="Unit">In what.</param>
/// <param name="Cause">Why now.</param>
public sealed record DeadlineSet(
    DeadlineStep Step, DateTime DueAt, bool Provisional, DateTime CountedFrom, int Amount, TimeUnit Unit, DeadlineCause Cause) : CaseEvent;

/// <summary>A warning card was given.</summary>
/// <param name="Card">Yellow before, red after.</param>
/// <param name="Step">For which step.</param>
/// <param name="DueAt">That step's deadline.</param>
public sealed record CardIssued(Card Card, DeadlineStep Step, DateTime DueAt) : CaseEvent;

/// <summary>A deadline passed with the step not done (超期); once a step and deadline.</summary>
/// <param name="Step">Which.</param>
/// <param name="DueAt">Its deadline.</param>
public sealed record DeadlineMissed(DeadlineStep Step, DateTime DueAt) : CaseEvent;

/// <summary>The case came under supervision (督办).</summary>
/// <param name="Trigger">Why.</param>
/// <param name="Note">The supervisor's words.</param>
public sealed record SupervisionStarted(SupervisionTrigger Trigger, [property: FreeText] string? Note) : CaseEvent;

/// <summary>Supervision ended.</summary>
/// <param name="Note">Why.</param>
public sealed record SupervisionEnded([property: FreeText] string Note) : CaseEvent;

/// <summary>A mark was set.</summary>
/// <param name="Flag">Which.</param>
/// <param name="Note">Why.</param>
public sealed record FlagRaised(CaseFlag Flag, [property: FreeText] string? Note) : CaseEvent;

/// <summary>Somebody wrote a note.</summary>
/// <param name="Text">The note.</param>
public sealed record NoteAdded([property: FreeText] string Text) : CaseEvent;

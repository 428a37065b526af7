namespace QualityInsight.Web.Facts;

/// <summary>
/// What the serving file knows about a case's review and matter, for the case page: review, ticket, steps, visit and
/// waits beside each other. No personal data. Times local, durations in seconds.
/// </summary>
internal sealed record CaseFacts
{
    public required ReviewFacts Review { get; init; }
    public IReadOnlyList<TagFacts> Tags { get; init; } = [];
    public IReadOnlyList<LabelFacts> Labels { get; init; } = [];
    public IReadOnlyList<FlagFacts> Flags { get; init; } = [];
    public TicketFacts? Ticket { get; init; }
    public IReadOnlyList<StepFacts> Steps { get; init; } = [];
    public IReadOnlyList<SuspensionFacts> Suspensions { get; init; } = [];
    public IReadOnlyList<VisitFacts> Visits { get; init; } = [];
}

/// <summary>The review.</summary>
internal sealed record ReviewFacts(
    int Level, string Channel, DateTime ReviewedAt, DateTime? AcceptedAt, DateTime? ServedAt, int ReviewSeq,
    bool IsNamed, bool IsDefault, string? Text, string? Stage, string? TicketSource, string? TicketNo);

/// <summary>A ticked indicator.</summary>
internal sealed record TagFacts(string Code, string Label, int? Level);

/// <summary>What the text is about or what went wrong, and what that rests on: a tag, the text, or a person's decision.</summary>
internal sealed record LabelFacts(string Axis, string Label, string Evidence, double? Probability, string? Model);

/// <summary>An integrity rule's finding.</summary>
internal sealed record FlagFacts(string Rule, double Score, string Evidence);

/// <summary>The matter (办件).</summary>
internal sealed record TicketFacts
{
    public required string Source { get; init; }
    public required string TicketNo { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public string? ItemCode { get; init; }
    public string? ItemName { get; init; }
    public int? PromiseLimit { get; init; }
    public string? PromiseUnit { get; init; }
    public int? VisitsLimit { get; init; }
    public string? Category { get; init; }
    public string? CaseType { get; init; }
    public string? ApplyChannel { get; init; }
    public DateTime? AppliedAt { get; init; }
    public DateTime? AcceptedAt { get; init; }
    public DateTime? DueAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public double SuspendedSeconds { get; init; }
    public string? Result { get; init; }
    public string? Title { get; init; }
    public string? HallName { get; init; }
    public string? CounterName { get; init; }
}

/// <summary>A step of the matter.</summary>
internal sealed record StepFacts(int Seq, string Name, string? Actor, DateTime? StartedAt, DateTime? EndedAt, string? Action);

/// <summary>A stop of the matter's clock.</summary>
internal sealed record SuspensionFacts(string? Kind, string? Reason, DateTime StartedAt, DateTime? EndedAt);

/// <summary>A queue number.</summary>
internal sealed record VisitFacts(
    string Number, string? QueueName, string? Way, string Outcome, DateTime? TakenAt, DateTime? CalledAt, DateTime? FinishedAt,
    double? WaitSeconds, double ClosedSeconds, double? HandleSeconds, string HallName, string? CounterName)
{
    /// <summary>When service began, or null where the feed does not say.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When the hall was open that day; empty where its hours are not known.</summary>
    public IReadOnlyList<(DateTime Opens, DateTime Closes)> Open { get; init; } = [];
}

/// <summary>Where the facts of the case page come from.</summary>
internal interface ICaseFacts
{
    /// <summary>The facts of a review, or null where the serving file does not hold it (yet).</summary>
    Task<CaseFacts?> OfAsync(string source, string reviewNo, CancellationToken cancel);
}

/// <summary>A code and its name.</summary>
internal sealed record Named(string Code, string Name);

/// <summary>Units, halls and items, for choosing and for naming.</summary>
internal interface IDirectory
{
    Task<IReadOnlyList<Named>> UnitsAsync(CancellationToken cancel);

    Task<IReadOnlyList<Named>> HallsAsync(CancellationToken cancel);

    /// <summary>Service items now in force.</summary>
    Task<IReadOnlyList<Named>> ItemsAsync(CancellationToken cancel);

    /// <summary>The last day that facts speak of, or null where there is no data yet.</summary>
    Task<DateOnly?> LastDayAsync(CancellationToken cancel);
}

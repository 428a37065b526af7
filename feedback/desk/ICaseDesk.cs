namespace QualityInsight.Feedback;

/// <summary>A command and whether this account may give it now.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Allowed">It may be given; its data can still be refused.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record CommandOption(string Name, bool Allowed, Refusal? Refusal);

/// <summary>A deadline and its story.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Story">Line by line: each day counted or skipped, and why, in both languages.</param>
public sealed record DeadlineStory(DeadlineInForce Deadline, IReadOnlyList<ExplainLine> Story);

/// <summary>All that the case page shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="View">Its line in the queue.</param>
/// <param name="Events">Its history.</param>
/// <param name="Deadlines">Its deadlines with their stories.</param>
/// <param name="Commands">What this account may do now, and why not the rest.</param>
/// <param name="Remaining">Open working time left to the running deadline, or null where none runs; negative never.</param>
/// <param name="Now">The bureau's wall-clock.</param>
public sealed record CasePage(
    Case Case, CaseView View, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<DeadlineStory> Deadlines,
    IReadOnlyList<CommandOption> Commands, RemainingTime? Remaining, DateTime Now)
{
    /// <summary>What calling back still needs in this round.</summary>
    public required CallbackNeed Calling { get; init; }

    /// <summary>Tasks of supporting units, with the story of each deadline.</summary>
    public IReadOnlyList<SupportStory> Support { get; init; } = [];

    /// <summary>The person asking sees the case only because a unit of theirs supports it.</summary>
    public bool SupportsOnly { get; init; }

    /// <summary>The person asking is the one who was rated: nothing is shown that leads to who rated.</summary>
    public bool IsRated { get; init; }
}

/// <summary>A supporting unit's task with the story of its deadline.</summary>
/// <param name="Task">The task.</param>
/// <param name="Story">Line by line.</param>
/// <param name="Remaining">Open working time left; null where it is not open.</param>
public sealed record SupportStory(SupportTask Task, IReadOnlyList<ExplainLine> Story, RemainingTime? Remaining);

/// <summary>The little that an open case page asks for again and again.</summary>
/// <param name="CaseNo">The case.</param>
/// <param name="Since">What happened since the version asked about.</param>
/// <param name="Now">The bureau's wall-clock.</param>
public sealed record CaseGlance(string CaseNo, IReadOnlyList<RecordedEvent> Since, DateTime Now);

/// <summary>Time left or lost as people say it: whole working days, then open hours of the day.</summary>
/// <param name="Overdue">The deadline has passed; the figures then say by how much.</param>
/// <param name="WorkingDays">Whole working days.</param>
/// <param name="Open">The rest, in open time of the office.</param>
public sealed record RemainingTime(bool Overdue, int WorkingDays, TimeSpan Open);

/// <summary>What came of a command.</summary>
/// <param name="Events">What was recorded; empty where refused.</param>
/// <param name="Refusal">Why not, or null.</param>
/// <param name="Meanwhile">Where the command named a stale version: what happened since that version.</param>
public sealed record CommandResult(IReadOnlyList<RecordedEvent> Events, Refusal? Refusal, IReadOnlyList<RecordedEvent> Meanwhile)
{
    /// <summary>It was carried out and is durable.</summary>
    public bool Done => Refusal is null;
}

/// <summary>The service behind the desk: list, look, act. Every answer is limited to the account's scope.</summary>
public interface ICaseDesk
{
    /// <summary>A page of the queue.</summary>
    Task<QueuePage> QueueAsync(QueueQuery query, Actor actor, CancellationToken cancel = default);

    /// <summary>
    /// Every case of a list, page and page size ignored: in the list's order where it is one of open cases, else by number.
    /// For exports.
    /// </summary>
    IAsyncEnumerable<CaseView> ListAsync(QueueQuery query, Actor actor, CancellationToken cancel = default);

    /// <summary>How many cases each standing view holds for this account: what <see cref="QueueAsync"/> says with the list.</summary>
    Task<IReadOnlyDictionary<QueueView, int>> CountAsync(Actor actor, CancellationToken cancel = default);

    /// <summary>A case, or null where there is none of that number in the account's scope.</summary>
    Task<CasePage?> CaseAsync(string caseNo, Actor actor, CancellationToken cancel = default);

    /// <summary>What happened to a case after a version, as this account may see it; null where there is none of that number in its scope.</summary>
    Task<CaseGlance?> SinceAsync(string caseNo, int seq, Actor actor, CancellationToken cancel = default);

    /// <summary>
    /// Carries a command out. <paramref name="expectedSeq"/> is the version the person saw; where the case has moved on,
    /// the command is refused (<c>STALE</c>) with what happened meanwhile. When it returns done, it is durable.
    /// </summary>
    Task<CommandResult> ExecuteAsync(string caseNo, int expectedSeq, CaseCommand command, Actor actor, CancellationToken cancel = default);
}

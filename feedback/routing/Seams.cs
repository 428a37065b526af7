namespace QualityInsight.Feedback;

/// <summary>A bad review with its place in the order of loading.</summary>
/// <param name="Review">The review.</param>
/// <param name="Cursor">Opaque; grows with the order of loading, never with the review's time, so that late rows are not missed.</param>
public sealed record SourcedReview(BadReview Review, string Cursor);

/// <summary>Where bad reviews come from; the facts are elsewhere.</summary>
public interface IBadReviewSource
{
    /// <summary>
    /// Reviews whose level is one of <paramref name="levels"/>, loaded after <paramref name="after"/> (null: all), in the
    /// order of loading. Giving one again does no harm.
    /// </summary>
    IAsyncEnumerable<SourcedReview> ReadAsync(IReadOnlyCollection<int> levels, string? after, CancellationToken cancel);
}

/// <summary>An event as the warehouse mirrors it: the columns of its table <c>case_event</c>, where <see cref="At"/> is <c>occurred_at</c>.</summary>
/// <param name="Position">Global order, gapless.</param>
/// <param name="CaseNo">The case.</param>
/// <param name="Seq">Order in the case.</param>
/// <param name="EventType">The event's name.</param>
/// <param name="At">Effective time, local.</param>
/// <param name="ActorRole">Role code of who did it.</param>
/// <param name="FromState">State code before, or null.</param>
/// <param name="ToState">State code after.</param>
/// <param name="DueAt">The deadline a <c>DeadlineSet</c> set.</param>
/// <param name="ReviewSource">The review's feed.</param>
/// <param name="ReviewNo">The review's number.</param>
/// <param name="OrgCode">The unit that had the case after the event, or null.</param>
/// <param name="Data">The event as JSON, without anything that people typed.</param>
public sealed record MirroredEvent(
    long Position, string CaseNo, int Seq, string EventType, DateTime At, string ActorRole, string? FromState, string ToState,
    DateTime? DueAt, string ReviewSource, string ReviewNo, string? OrgCode, string Data);

/// <summary>Where case events are mirrored to.</summary>
public interface ICaseEventSink
{
    /// <summary>The position of the last event the sink holds; 0: none.</summary>
    Task<long> PositionAsync(CancellationToken cancel);

    /// <summary>
    /// Stores the events and the new position in one transaction of the sink. Events come in order and begin right after
    /// <see cref="PositionAsync"/>; the sink refuses any others.
    /// </summary>
    Task AppendAsync(IReadOnlyList<MirroredEvent> events, CancellationToken cancel);
}

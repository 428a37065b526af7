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

/// <summary>An order of the hotline (12345 工单) with its place in the order of loading.</summary>
/// <param name="Kind">What the citizen wants; null: the hotline says 其他, and no rule of the loop fits it.</param>
/// <param name="Matter">What it is about; its number is the order's, without stars.</param>
/// <param name="Cursor">Opaque; grows with the order of loading.</param>
public sealed record SourcedOrder(CaseKind? Kind, BadReview Matter, string Cursor);

/// <summary>Where the hotline's orders come from.</summary>
public interface IOrderSource
{
    /// <summary>Orders that still wait for their answer, loaded after <paramref name="after"/> (null: all), in the order of loading. Giving one again does no harm.</summary>
    IAsyncEnumerable<SourcedOrder> ReadAsync(string? after, CancellationToken cancel);
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
/// <param name="ReviewSource">The feed of the review or order.</param>
/// <param name="ReviewNo">Its number; what it is, the opening's <c>kind</c> says.</param>
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

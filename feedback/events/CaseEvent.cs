namespace QualityInsight.Feedback;

/// <summary>
/// Something that happened to a case; never changed, never removed. The type's name is the event's name in the store
/// and in the warehouse's mirror. What a case is now is the fold of its events (<see cref="Case.Apply"/>).
/// </summary>
public abstract record CaseEvent
{
    /// <summary>The event's stored name, for example <c>CallbackAttempted</c>.</summary>
    public string TypeName => GetType().Name;
}

/// <summary>An event as recorded.</summary>
/// <param name="Position">Place in the one order of all cases' events; 1-based, no gaps.</param>
/// <param name="CaseNo">The case.</param>
/// <param name="Seq">Place within the case; 1-based, no gaps.</param>
/// <param name="At">When it took effect, local wall-clock of the bureau. History loaded later keeps its own time here.</param>
/// <param name="RecordedUtc">When the server wrote it, UTC. Differs much from <paramref name="At"/> only for loaded history.</param>
/// <param name="ActorId">Who.</param>
/// <param name="ActorRole">In which role.</param>
/// <param name="From">The state before; null for the first event.</param>
/// <param name="To">The state after.</param>
/// <param name="Data">What happened.</param>
public sealed record RecordedEvent(
    long Position, string CaseNo, int Seq, DateTime At, DateTime RecordedUtc, string ActorId, Role ActorRole,
    CaseState? From, CaseState To, CaseEvent Data);

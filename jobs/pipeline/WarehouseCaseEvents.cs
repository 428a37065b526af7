using QualityInsight.Feedback;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>The warehouse's mirror of the loop: events and the mirror's position in one transaction, so exactly once.</summary>
public sealed class WarehouseCaseEvents(DataWarehouse warehouse) : ICaseEventSink
{
    /// <inheritdoc />
    public Task<long> PositionAsync(CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        return Task.FromResult(Position(session, cancel));
    }

    /// <inheritdoc />
    public Task AppendAsync(IReadOnlyList<MirroredEvent> events, CancellationToken cancel)
    {
        if (events.Count == 0)
            return Task.CompletedTask;
        using var session = warehouse.OpenSession();
        session.InTransaction(() =>
        {
            var held = Position(session, cancel);
            if (events[0].Position <= held)
                throw new InvalidOperationException(
                    $"The mirror holds events up to {held}; it was given {events[0].Position} again. Read the position anew and go on from there.");
            using (var writer = session.Append("case_event"))
            {
                foreach (var e in events)
                    Write(writer, e);
                writer.Complete();
            }
            session.Execute(Sql.Load(typeof(WarehouseCaseEvents), "mirror_advance.sql"),
                new SqlArguments { ["position"] = events[^1].Position }, cancel);
        });
        return Task.CompletedTask;
    }

    private static long Position(WarehouseSession session, CancellationToken cancel) =>
        session.QuerySingle(Sql.Load(typeof(WarehouseCaseEvents), "mirror_position.sql"), r => r.Long(0), cancel: cancel);

    private static void Write(ColumnWriter writer, MirroredEvent e)
    {
        writer.Set("position", e.Position);
        writer.Set("case_no", e.CaseNo);
        writer.Set("seq", (long)e.Seq);
        writer.Set("event_type", e.EventType);
        writer.Set("occurred_at", e.At);
        writer.Set("actor_role", e.ActorRole);
        writer.Set("from_state", e.FromState);
        writer.Set("to_state", e.ToState);
        writer.Set("due_at", e.DueAt);
        writer.Set("review_source", e.ReviewSource);
        writer.Set("review_no", e.ReviewNo);
        writer.Set("org_code", e.OrgCode);
        writer.Set("data", e.Data);
        writer.EndRow();
    }
}

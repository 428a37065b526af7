using QualityInsight.Feedback;
using QualityInsight.Warehouse;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>The warehouse's table of case events, written as the host does it.</summary>
public sealed class MirrorTable(DataWarehouse warehouse) : ICaseEventSink
{
    public Task<long> PositionAsync(CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        return Task.FromResult(session.QuerySingle("SELECT max(position) FROM mirror_position WHERE name = 'case_event'", r => r.Long(0)));
    }

    public Task AppendAsync(IReadOnlyList<MirroredEvent> events, CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        session.InTransaction(() =>
        {
            SeedPlaces.Rows(session, "case_event", events, (w, e) =>
            {
                w.Set("position", e.Position);
                w.Set("case_no", e.CaseNo);
                w.Set("seq", (long)e.Seq);
                w.Set("event_type", e.EventType);
                w.Set("occurred_at", e.At);
                w.Set("actor_role", e.ActorRole);
                w.Set("from_state", e.FromState);
                w.Set("to_state", e.ToState);
                w.Set("due_at", e.DueAt);
                w.Set("review_source", e.ReviewSource);
                w.Set("review_no", e.ReviewNo);
                w.Set("org_code", e.OrgCode);
                w.Set("data", e.Data);
            });
            session.Execute("UPDATE mirror_position SET position = $p WHERE name = 'case_event'", new() { ["p"] = events[^1].Position });
        });
        return Task.CompletedTask;
    }
}

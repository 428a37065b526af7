using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// Case events → the warehouse, exactly once: events go in the one order of positions, and the sink stores how far it is
/// with them. Reading again after a crash on either side continues where the sink is.
/// </summary>
public sealed class Mirror(OperationsStore store)
{
    private const int BatchSize = 5000;

    /// <summary>Mirrors what the sink does not hold yet; returns how many events.</summary>
    public async Task<long> RunAsync(ICaseEventSink sink, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        long done = 0;
        while (true)
        {
            var from = await sink.PositionAsync(cancel);
            var batch = await ReadAsync(from, cancel);
            if (batch.Count == 0)
                return done;
            if (batch[0].Position != from + 1)
                throw new InvalidOperationException(
                    $"The sink is at position {from}, but the operations store continues at {batch[0].Position}. Is it another store's mirror?");
            await sink.AppendAsync(batch, cancel);
            done += batch.Count;
            progress?.Report(done);
        }
    }

    private async Task<List<MirroredEvent>> ReadAsync(long after, CancellationToken cancel)
    {
        await using var db = store.Open();
        var rows = await db.Events.AsNoTracking().Where(e => e.Position > after).OrderBy(e => e.Position).Take(BatchSize)
            .Join(db.Cases, e => e.CaseNo, c => c.CaseNo, (e, c) => new { Event = e, c.ReviewSource, c.ReviewNo })
            .OrderBy(x => x.Event.Position).ToListAsync(cancel);
        return rows.ConvertAll(r => new MirroredEvent(
            r.Event.Position, r.Event.CaseNo, r.Event.Seq, r.Event.EventType, r.Event.At, r.Event.ActorRole.Code(),
            r.Event.FromState?.Code(), r.Event.ToState.Code(), r.Event.DueAt, MatterKey.SourceOf(r.ReviewSource), r.ReviewNo, r.Event.OrgCode,
            EventCodec.WriteForMirror(EventCodec.Read(r.Event.EventType, r.Event.Data))));
    }
}

using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Where a message stands (发送状态).</summary>
public enum OutboxState
{
    /// <summary>待发送: not tried yet, or tried and to be tried again.</summary>
    Waiting,
    /// <summary>已发送.</summary>
    Sent,
    /// <summary>发送失败: given up; an administrator may have it tried again.</summary>
    Dead,
    /// <summary>已撤回: no longer needed, or nobody to send it to.</summary>
    Withdrawn,
}

/// <summary>A page of the outbox.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many there are under the filter.</param>
/// <param name="Counts">How many there are by state.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, int Total, IReadOnlyDictionary<OutboxState, int> Counts);

/// <summary>The outbox for administrators: what waits, what went, what is dead; no addresses.</summary>
public sealed class OutboxDesk(OperationsStore store)
{
    /// <summary>A page, newest first.</summary>
    /// <param name="state">Only these.</param>
    /// <param name="channel">MAIL or SMS, or null for all.</param>
    /// <param name="oldestFirst">The other way round.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Rows a page.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<OutboxPage> ListAsync(OutboxState state, string? channel, bool oldestFirst, int page, int pageSize, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var all = db.Outbox.AsNoTracking();
        if (channel is not null)
            all = all.Where(o => o.Channel == channel);
        var counts = new Dictionary<OutboxState, int>();
        foreach (var each in Enum.GetValues<OutboxState>())
            counts[each] = await Of(all, each).CountAsync(cancel);
        var chosen = Of(all, state);
        var ordered = oldestFirst ? chosen.OrderBy(o => o.Id) : chosen.OrderByDescending(o => o.Id);
        return new(await ordered.Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancel), counts[state], counts);
    }

    /// <summary>Has a dead letter tried again, from the first try on; false where it is not dead.</summary>
    public async Task<bool> RetryAsync(long id, CancellationToken cancel = default) =>
        await store.WriteAsync(db => db.Outbox.Where(o => o.Id == id && o.DeadUtc != null && o.SentUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.DeadUtc, (DateTime?)null).SetProperty(o => o.NotBeforeUtc, (DateTime?)null)
                .SetProperty(o => o.Attempts, 0), cancel), cancel) == 1;

    private static IQueryable<OutboxRow> Of(IQueryable<OutboxRow> rows, OutboxState state) => state switch
    {
        OutboxState.Sent => rows.Where(o => o.SentUtc != null),
        OutboxState.Dead => rows.Where(o => o.DeadUtc != null && o.SentUtc == null),
        OutboxState.Withdrawn => rows.Where(o => o.WithdrawnUtc != null),
        _ => rows.Where(o => o.SentUtc == null && o.DeadUtc == null && o.WithdrawnUtc == null),
    };
}

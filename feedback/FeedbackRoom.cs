using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>The whole room over one operations store, put together; what the program's host and tests open.</summary>
public sealed class FeedbackRoom : IDisposable
{
    private FeedbackRoom(OperationsStore store, TimeProvider time)
    {
        Store = store;
        Rules = new(store, time);
        Accounts = new(store, time);
        Orgs = new(store);
        Audit = new(store, time);
        Desk = new(store, Rules, Accounts);
        Router = new(store, Rules);
        Mirror = new(store);
        Sweep = new(store, Rules);
    }

    /// <summary>The store.</summary>
    public OperationsStore Store { get; }
    /// <summary>Policies and calendars.</summary>
    public RuleBook Rules { get; }
    /// <summary>Accounts.</summary>
    public Accounts Accounts { get; }
    /// <summary>Units.</summary>
    public OrgTree Orgs { get; }
    /// <summary>Access audit.</summary>
    public AccessAudit Audit { get; }
    /// <summary>List, look, act.</summary>
    public CaseDesk Desk { get; }
    /// <summary>Bad reviews → cases.</summary>
    public Router Router { get; }
    /// <summary>Case events → the warehouse.</summary>
    public Mirror Mirror { get; }
    /// <summary>Cards, missed deadlines, automatic closing.</summary>
    public DeadlineSweep Sweep { get; }

    /// <summary>Opens a store (which the room then owns), brings its schema up to date, and seeds calendar and policy.</summary>
    public static async Task<FeedbackRoom> OpenAsync(OperationsStore store, TimeProvider time, CancellationToken cancel = default)
    {
        await store.MigrateAsync(cancel);
        var room = new FeedbackRoom(store, time);
        await room.Rules.SeedAsync(cancel);
        return room;
    }

    /// <inheritdoc />
    public void Dispose() => Store.Dispose();
}

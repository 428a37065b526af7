using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What a run of the dispatcher did.</summary>
/// <param name="Sent">Messages handed over.</param>
/// <param name="Waiting">Refused for now; tried again later.</param>
/// <param name="Dead">Given up.</param>
/// <param name="Withdrawn">No longer needed, or nobody to send them to.</param>
public sealed record DeliveryReport(int Sent, int Waiting, int Dead, int Withdrawn);

/// <summary>
/// Works off the outbox: claims a row, hands its message over, notes what came of it. A process that dies in between leaves
/// the claim to run out, and the message goes again under the same id. Refusals that may pass are tried again after one,
/// two, four … minutes, at most six hours; after <see cref="MostAttempts"/> tries, or a refusal for good, the letter is dead
/// and waits for an administrator.
/// </summary>
public sealed class Dispatcher
{
    /// <summary>Tries before a message is given up.</summary>
    public const int MostAttempts = 10;

    private const int BatchSize = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly OperationsStore _store;
    private readonly RuleBook _rules;
    private readonly Addressee _addressee;

    /// <summary>Over a store.</summary>
    public Dispatcher(OperationsStore store, RuleBook rules, RereviewLinks links, PersonVault? vault)
    {
        (_store, _rules) = (store, rules);
        _addressee = new(store, rules, links, vault);
    }

    /// <summary>Sends what is due. Rows of a channel without a transport stay.</summary>
    public async Task<DeliveryReport> RunAsync(IReadOnlyCollection<IMessageTransport> transports, CancellationToken cancel = default)
    {
        var byChannel = transports.ToDictionary(t => t.Channel, StringComparer.Ordinal);
        var channels = byChannel.Keys.ToList();
        var report = new DeliveryReport(0, 0, 0, 0);
        while (true)
        {
            var due = await DueAsync(channels, cancel);
            if (due.Count == 0)
                return report;
            foreach (var row in due)
                report = await OneAsync(row, byChannel[row.Channel], report, cancel);
        }
    }

    private async Task<List<OutboxRow>> DueAsync(List<string> channels, CancellationToken cancel)
    {
        var now = _rules.UtcNow();
        await using var db = _store.Open();
        return await db.Outbox.AsNoTracking()
            .Where(o => o.SentUtc == null && o.DeadUtc == null && o.WithdrawnUtc == null && (o.NotBeforeUtc == null || o.NotBeforeUtc <= now) && channels.Contains(o.Channel))
            .OrderBy(o => o.Id).Take(BatchSize).ToListAsync(cancel);
    }

    private async Task<DeliveryReport> OneAsync(OutboxRow row, IMessageTransport transport, DeliveryReport so, CancellationToken cancel)
    {
        if (!await ClaimAsync(row, cancel))
            return so;
        try
        {
            var (message, withdrawn) = await _addressee.OfAsync(row, cancel);
            if (message is null)
            {
                await NoteAsync(row, cancel, r => (r.WithdrawnUtc, r.LastError) = (_rules.UtcNow(), withdrawn));
                return so with { Withdrawn = so.Withdrawn + 1 };
            }
            await transport.SendAsync(message, cancel);
            await NoteAsync(row, cancel, r => (r.SentUtc, r.LastError) = (_rules.UtcNow(), null));
            return so with { Sent = so.Sent + 1 };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            var refused = e as MessageRefusedException;
            var why = refused?.Message ?? e.GetType().Name;
            if (refused is { MayPass: false } || row.Attempts + 1 >= MostAttempts)
            {
                await NoteAsync(row, cancel, r => (r.DeadUtc, r.LastError) = (_rules.UtcNow(), why));
                return so with { Dead = so.Dead + 1 };
            }
            await NoteAsync(row, cancel, r => (r.NotBeforeUtc, r.LastError) = (_rules.UtcNow() + WaitAfter(row.Attempts + 1), why));
            return so with { Waiting = so.Waiting + 1 };
        }
    }

    /// <summary>How long after a failed try (1, 2, …) the next one waits.</summary>
    internal static TimeSpan WaitAfter(int attempt)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempt - 1, 12)));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>True where the row is ours: nobody claimed it since it was read.</summary>
    private async Task<bool> ClaimAsync(OutboxRow row, CancellationToken cancel)
    {
        DateTime? until = _rules.UtcNow() + Claim;
        return await _store.WriteAsync(db => db.Outbox
            .Where(o => o.Id == row.Id && o.Attempts == row.Attempts && o.SentUtc == null && o.DeadUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Attempts, o => o.Attempts + 1).SetProperty(o => o.NotBeforeUtc, until), cancel), cancel) == 1;
    }

    private async Task NoteAsync(OutboxRow row, CancellationToken cancel, Action<OutboxRow> what) =>
        await _store.WriteAsync(async db => what(await db.Outbox.FirstAsync(o => o.Id == row.Id, cancel)), cancel);
}

using System.Collections.Immutable;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// The open cases in memory, so that lists and counters of people's daily work need no scan. Before every answer it asks
/// the store for the last event's position and takes over the cases that moved since, whoever moved them in whichever process;
/// so it is never older than the question, and lists and counters come from one state. About 1 kB a case.
/// </summary>
internal sealed class OpenBoard(OperationsStore store) : IDisposable
{
    private const long MostToCatchUp = 20_000;
    private const int Chunk = 500;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, string> _unitOfOpen = new(StringComparer.Ordinal);
    private volatile BoardState? _state;

    /// <summary>The state now.</summary>
    internal async Task<BoardState> NowAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        var last = await PositionAsync(db, cancel);
        if (_state is { } known && known.Position >= last)
            return known;
        await _turn.WaitAsync(cancel);
        try
        {
            if (_state is { } meanwhile && meanwhile.Position >= last)
                return meanwhile;
            await using var snapshot = await SnapshotAsync(db, cancel);
            last = await PositionAsync(db, cancel);
            return _state = _state is { } old && last - old.Position <= MostToCatchUp
                ? await CatchUpAsync(db, old, last, cancel)
                : await LoadAsync(db, last, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static async Task<long> PositionAsync(OperationsDb db, CancellationToken cancel) =>
        (await db.Database.SqlQuery<long>($"SELECT last AS \"Value\" FROM event_position").ToListAsync(cancel))[0];

    // One state of the store for all that follows, without keeping any writer out.
    private async Task<IAsyncDisposable> SnapshotAsync(OperationsDb db, CancellationToken cancel)
    {
        if (!store.IsSqlite)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancel))!;
    }

    private async Task<BoardState> LoadAsync(OperationsDb db, long last, CancellationToken cancel)
    {
        var open = await db.Views.AsNoTracking().Where(v => v.IsOpen).ToListAsync(cancel);
        var ended = await db.Views.GroupBy(v => new { v.OrgCode, v.IsOpen }).Select(g => new { g.Key.OrgCode, g.Key.IsOpen, N = g.Count() }).ToListAsync(cancel);
        _unitOfOpen.Clear();
        foreach (var view in open)
            _unitOfOpen[view.CaseNo] = view.OrgCode ?? "";
        var endedBy = ended.Where(e => !e.IsOpen).ToDictionary(e => e.OrgCode ?? "", e => e.N, StringComparer.Ordinal);
        var openBy = open.ToLookup(v => v.OrgCode ?? "", StringComparer.Ordinal);
        return new(last, endedBy.Keys.Concat(openBy.Select(g => g.Key)).Distinct(StringComparer.Ordinal).ToImmutableDictionary(
            code => code, code => BoardUnit.Of(code.Length == 0 ? null : code, openBy[code], endedBy.GetValueOrDefault(code)), StringComparer.Ordinal),
            await SupportAsync(db, open, cancel));
    }

    private static async Task<ImmutableDictionary<string, ImmutableDictionary<string, CaseView>>> SupportAsync(OperationsDb db, List<CaseView> open, CancellationToken cancel)
    {
        var tasks = (await db.SupportTasks.AsNoTracking().Where(t => t.IsOpen).ToListAsync(cancel)).ToLookup(t => t.CaseNo, StringComparer.Ordinal);
        return open.Where(v => v.SupportOrgs is not null).Aggregate(BoardState.NoSupport, (all, view) => BoardState.AddTo(all, view, tasks[view.CaseNo]));
    }

    private async Task<BoardState> CatchUpAsync(OperationsDb db, BoardState old, long last, CancellationToken cancel)
    {
        // Grouped here, not by the engine: for a GROUP BY, SQLite would walk the whole index of events by case (1 s at 20 million).
        var added = await db.Events.Where(e => e.Position > old.Position).OrderBy(e => e.Position).Select(e => new { e.CaseNo, e.Seq }).ToListAsync(cancel);
        var moved = added.GroupBy(e => e.CaseNo, StringComparer.Ordinal).Select(g => new { CaseNo = g.Key, First = g.Min(e => e.Seq) }).ToList();
        var changes = new List<BoardChange>(moved.Count);
        foreach (var chunk in moved.Chunk(Chunk))
        {
            var numbers = chunk.Select(m => m.CaseNo).ToList();
            var lines = await db.Views.AsNoTracking().Where(v => numbers.Contains(v.CaseNo)).ToDictionaryAsync(v => v.CaseNo, cancel);
            var tasks = lines.Values.All(v => v.SupportOrgs is null) ? null
                : (await db.SupportTasks.AsNoTracking().Where(t => t.IsOpen && numbers.Contains(t.CaseNo)).ToListAsync(cancel)).ToLookup(t => t.CaseNo, StringComparer.Ordinal);
            foreach (var m in chunk)
                changes.Add(new(await BeforeAsync(db, m.CaseNo, m.First, cancel), lines[m.CaseNo]) { Tasks = [.. tasks?[m.CaseNo] ?? []] });
        }
        foreach (var change in changes)
        {
            if (change.Now.IsOpen)
                _unitOfOpen[change.Now.CaseNo] = change.Unit;
            else
                _unitOfOpen.Remove(change.Now.CaseNo);
        }
        return old.With(last, changes);
    }

    // An ended case is not on the board; where it was counted, the event before its first new one says.
    private async Task<(string Unit, bool IsOpen)?> BeforeAsync(OperationsDb db, string caseNo, int first, CancellationToken cancel)
    {
        if (_unitOfOpen.TryGetValue(caseNo, out var unit))
            return (unit, true);
        if (first == 1)
            return null;
        var before = await db.Events.Where(e => e.CaseNo == caseNo && e.Seq == first - 1).Select(e => e.OrgCode).FirstAsync(cancel);
        return (before ?? "", false);
    }
}

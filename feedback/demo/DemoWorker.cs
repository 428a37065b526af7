using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What the simulated people did.</summary>
/// <param name="Cases">Cases they had before them.</param>
/// <param name="Closed">Cases ended.</param>
/// <param name="Events">Events recorded.</param>
public sealed record DemoReport(int Cases, int Closed, int Events);

/// <summary>
/// Simulated handlers, leaders, clerks, appeal reviewers and citizens who work a made-up city's cases by real commands,
/// each at its own time: some quick, some late, some appealed, some reopened, some left lying. Deterministic under a seed. For
/// demonstrations only; every event they cause carries an account that begins with <c>demo-</c>.
/// </summary>
public sealed class DemoWorker(OperationsStore store, RuleBook rules)
{
    private const int BatchSize = 2_000;

    /// <summary>Works every open case from where it is up to a moment.</summary>
    /// <param name="seed">Same seed, same cases: the same events at the same times.</param>
    /// <param name="until">Local; nothing happens after it, so the last days' cases are still open.</param>
    /// <param name="progress">Cases done.</param>
    /// <param name="cancel">Stops between cases, before anything is stored.</param>
    public async Task<DemoReport> RunAsync(int seed, DateTime until, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        var lives = new List<DemoLife>();
        var open = await OpenCasesAsync(cancel);
        IReadOnlyList<(string Code, string? Name)> units =
            [.. open.Where(o => o.Case.OrgCode is not null).Select(o => (o.Case.OrgCode!, o.Case.OrgName)).DistinctBy(u => u.Item1).OrderBy(u => u.Item1, StringComparer.Ordinal)];
        foreach (var (@case, policy) in open)
        {
            cancel.ThrowIfCancellationRequested();
            var life = new DemoLife(@case, policy, rules.CalendarOf(policy), seed, units);
            life.Live(until);
            lives.Add(life);
            progress?.Report(lives.Count);
        }
        return new(lives.Count, lives.Count(l => !l.Case.IsOpen), await RecordAsync(lives, cancel));
    }

    private async Task<List<(Case Case, Policy Policy)>> OpenCasesAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        var open = db.Views.Where(v => v.IsOpen).Select(v => v.CaseNo);
        var rows = await db.Events.AsNoTracking().Where(e => open.Contains(e.CaseNo)).OrderBy(e => e.CaseNo).ThenBy(e => e.Seq).ToListAsync(cancel);
        var cases = new List<(Case, Policy)>();
        foreach (var group in rows.GroupBy(e => e.CaseNo, StringComparer.Ordinal))
        {
            var @case = Case.Replay(group.Key, group.Select(CaseLedger.Recorded));
            cases.Add((@case, await rules.PolicyAsync(@case.PolicyHash, cancel)));
        }
        return cases;
    }

    /// <summary>Events of all cases in the order in which they happened, some thousand a transaction.</summary>
    private async Task<int> RecordAsync(List<DemoLife> lives, CancellationToken cancel)
    {
        var recorded = rules.UtcNow();
        var rows = lives.SelectMany(l => l.Rows(recorded)).OrderBy(r => r.At).ThenBy(r => r.CaseNo, StringComparer.Ordinal).ThenBy(r => r.Seq).ToList();
        var ends = lives.ToDictionary(l => l.Case.CaseNo, l => l.Case, StringComparer.Ordinal);
        foreach (var batch in rows.Chunk(BatchSize))
        {
            await store.WriteAsync(async db =>
            {
                await CaseLedger.AppendAsync(db, batch, cancel);
                // A case's line is written with its last event; until then the line is as old as the events stored.
                foreach (var last in batch.Where(r => r.Seq == ends[r.CaseNo].Seq))
                    CaseLedger.Project(db, ends[last.CaseNo], isNew: false);
            }, cancel);
        }
        return rows.Count;
    }
}

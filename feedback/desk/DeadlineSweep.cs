using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What a sweep did.</summary>
/// <param name="Looked">Cases looked at.</param>
/// <param name="Moved">Cases with something to record.</param>
/// <param name="Events">Events recorded.</param>
public sealed record SweepReport(int Looked, int Moved, int Events);

/// <summary>Looks after time: cards, missed deadlines, supervision, automatic closing and archiving; each finding once.</summary>
public sealed class DeadlineSweep(OperationsStore store, RuleBook rules)
{
    private const int BatchSize = 200;

    /// <summary>Sweeps every case for which something may be due by now.</summary>
    public async Task<SweepReport> RunAsync(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        return await ApplyAsync(new SweepDeadlines(), v => v.State != CaseState.Archived, progress, cancel);
    }

    /// <summary>After a calendar was loaded: sets again every running deadline it moves, as events.</summary>
    public async Task<SweepReport> RecomputeAsync(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        return await ApplyAsync(new RecomputeDeadlines(), v => v.IsOpen, progress, cancel);
    }

    private async Task<SweepReport> ApplyAsync(
        CaseCommand command, System.Linq.Expressions.Expression<Func<CaseView, bool>> which, IProgress<int>? progress, CancellationToken cancel)
    {
        List<string> numbers;
        await using (var db = store.Open())
            numbers = await db.Views.AsNoTracking().Where(which).OrderBy(v => v.CaseNo).Select(v => v.CaseNo).ToListAsync(cancel);
        var (looked, moved, recorded) = (0, 0, 0);
        foreach (var batch in numbers.Chunk(BatchSize))
        {
            var (m, r) = await store.WriteAsync(db => BatchAsync(db, batch, command, cancel), cancel);
            (looked, moved, recorded) = (looked + batch.Length, moved + m, recorded + r);
            progress?.Report(looked);
        }
        return new(looked, moved, recorded);
    }

    private async Task<(int Moved, int Events)> BatchAsync(OperationsDb db, string[] numbers, CaseCommand command, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().Where(e => numbers.Contains(e.CaseNo)).OrderBy(e => e.CaseNo).ThenBy(e => e.Seq).ToListAsync(cancel);
        var (moved, rows) = (0, new List<CaseEventRow>());
        foreach (var group in events.GroupBy(e => e.CaseNo, StringComparer.Ordinal))
        {
            var @case = Case.Replay(group.Key, group.Select(CaseLedger.Recorded));
            var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
            var situation = new Situation(@case, Actor.System, policy, rules.CalendarOf(policy), rules.Now(policy));
            var decision = command.Decide(situation);
            if (decision.Refusal is not null)
                continue;
            var (after, added) = CaseLedger.Prepare(@case, decision.Events, Actor.System.UserId, Role.System, situation.Now, rules.UtcNow());
            rows.AddRange(added);
            CaseLedger.Project(db, after, isNew: false);
            moved++;
        }
        if (rows.Count > 0)
            await CaseLedger.AppendAsync(db, rows, cancel);
        return (moved, rows.Count);
    }
}

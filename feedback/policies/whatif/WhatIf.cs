using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>How far a what-if has come.</summary>
/// <param name="Done">Cases replayed.</param>
/// <param name="Total">Cases in all.</param>
public sealed record WhatIfProgress(int Done, int Total);

/// <summary>
/// What a changed policy would have done (政策试算), before it is put in force: reads the cases opened in a period and replays
/// each under its own policy and under the changed one. Changes nothing.
/// </summary>
public sealed class WhatIf(OperationsStore store, RuleBook rules)
{
    private const int BatchSize = 200;

    /// <summary>The last whole quarter before a day.</summary>
    public static (DateOnly From, DateOnly To) LastQuarter(DateOnly today)
    {
        var begun = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
        return (begun.AddMonths(-3), begun.AddDays(-1));
    }

    /// <summary>Replays the cases of the policy's kinds opened from one day to another, both included, within a scope.</summary>
    public async Task<WhatIfReport> RunAsync(
        Policy policy, DateOnly from, DateOnly to, OrgScope scope, IProgress<WhatIfProgress>? progress = null, CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        var until = rules.Now(policy);
        var (start, end) = (from.ToDateTime(TimeOnly.MinValue), to.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var kinds = policy.Kinds.ToList();
        await using var db = store.Open();
        var cases = (await db.Views.AsNoTracking().Where(v => kinds.Contains(v.Kind) && v.OpenedAt >= start && v.OpenedAt < end).OrderBy(v => v.CaseNo)
            .Select(v => new { v.CaseNo, v.OrgCode, v.OrgName, v.OpenedAt }).ToListAsync(cancel)).Where(c => scope.Covers(c.OrgCode)).ToList();
        var tally = new WhatIfTally();
        var done = 0;
        progress?.Report(new(0, cases.Count));
        foreach (var batch in cases.Chunk(BatchSize))
        {
            var numbers = batch.Select(c => c.CaseNo).ToList();
            var events = (await db.Events.AsNoTracking().Where(e => numbers.Contains(e.CaseNo)).OrderBy(e => e.Seq).ToListAsync(cancel))
                .ToLookup(e => e.CaseNo, CaseLedger.Recorded, StringComparer.Ordinal);
            foreach (var c in batch)
            {
                cancel.ThrowIfCancellationRequested();
                RecordedEvent[] history = [.. events[c.CaseNo]];
                var own = await rules.PolicyAsync(((CaseOpened)history[0].Data).PolicyHash, cancel);
                tally.Add(
                    c.CaseNo, c.OrgCode, c.OrgName, c.OpenedAt,
                    CaseReplay.Run(history, own, rules.CalendarOf(own), until), CaseReplay.Run(history, policy, rules.CalendarOf(policy), until));
            }
            progress?.Report(new(done += batch.Length, cases.Count));
        }
        return tally.Report(policy, from, to, until);
    }
}

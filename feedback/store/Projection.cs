using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Store;

/// <summary>The queue's lines as a pure function of cases, and their rebuilding from events.</summary>
public static class Projection
{
    /// <summary>The line of a case.</summary>
    public static CaseView Of(Case c)
    {
        var review = c.Review ?? throw new ArgumentException($"{c.CaseNo} was never opened.", nameof(c));
        var due = NextDeadline(c);
        return new()
        {
            CaseNo = c.CaseNo,
            Seq = c.Seq,
            State = c.State!.Value,
            IsOpen = c.IsOpen,
            Source = review.Source,
            ReviewNo = review.ReviewNo,
            Kind = c.Kind,
            Level = review.Level,
            ReviewedAt = review.ReviewedAt,
            OpenedAt = c.OpenedAt,
            UpdatedAt = c.LastAt,
            ClosedAt = c.ClosedAt,
            ClosedAs = c.ClosedAs,
            OrgCode = c.OrgCode,
            OrgName = c.OrgName,
            HallCode = review.HallCode,
            HallName = review.HallName,
            CounterCode = review.CounterCode,
            CounterName = review.CounterName,
            ItemCode = review.ItemCode,
            ItemName = review.ItemName,
            TicketNo = review.TicketNo,
            TextMasked = review.TextMasked,
            Tags = review.Tags.Count == 0 ? null : string.Join("、", review.Tags.Select(t => t.Label)),
            Labels = review.Labels.Count == 0 ? null : string.Join(",", review.Labels),
            Channel = review.Channel,
            IsNamed = review.IsNamed,
            HandlerId = c.HandlerId,
            HandlerName = c.HandlerName,
            DueStep = due?.Step,
            DueAt = due?.DueAt,
            IsProvisional = c.IsOpen && (c.Deadlines.Values.Any(d => d.Provisional) || c.OpenSupport.Any(t => t.Deadline is { Provisional: true })),
            RectifyDueAt = c.Deadlines.TryGetValue(DeadlineStep.Rectify, out var rectify) ? rectify.DueAt : null,
            IsStopped = c.IsStopped,
            Card = c.Card,
            WasLate = c.Missed.Count > 0,
            Supervised = c.Supervised,
            WaitingFor = c.WaitingFor,
            Round = c.Round,
            Branch = c.Branch,
            Rating = c.Rating,
            Appeals = c.Appeals,
            CountsInAssessment = c.CountsInAssessment,
            MergedInto = c.MergedInto,
            SupportOrgs = c.OpenSupport.Any() ? $",{string.Join(',', c.OpenSupport.Select(t => t.OrgCode).Order(StringComparer.Ordinal))}," : null,
        };
    }

    /// <summary>The earliest deadline that still has to be met; where none has, the one by which the citizen may rate.</summary>
    public static DeadlineInForce? NextDeadline(Case c) => !c.IsOpen ? null
        : c.Deadlines.Values.Where(d => SweepDeadlines.IsOutstanding(c, d.Step)).MinBy(d => d.DueAt)
          ?? (c.State == CaseState.FedBack ? c.CurrentDeadline : null);

    /// <summary>Makes every line anew from the events; returns how many.</summary>
    public static async Task<int> RebuildAsync(OperationsStore store, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        List<string> numbers;
        await using (var reading = store.Open())
            numbers = await reading.Cases.OrderBy(c => c.CaseNo).Select(c => c.CaseNo).ToListAsync(cancel);
        var done = 0;
        foreach (var chunk in numbers.Chunk(500))
        {
            await store.WriteAsync(async db =>
            {
                await db.Views.Where(v => chunk.Contains(v.CaseNo)).ExecuteDeleteAsync(cancel);
                await db.Fallbacks.Where(f => chunk.Contains(f.CaseNo)).ExecuteDeleteAsync(cancel);
                await db.SupportTasks.Where(t => chunk.Contains(t.CaseNo)).ExecuteDeleteAsync(cancel);
                await db.CasePersons.Where(p => chunk.Contains(p.CaseNo)).ExecuteDeleteAsync(cancel);
                var events = await db.Events.AsNoTracking().Where(e => chunk.Contains(e.CaseNo)).OrderBy(e => e.CaseNo).ThenBy(e => e.Seq).ToListAsync(cancel);
                foreach (var group in events.GroupBy(e => e.CaseNo, StringComparer.Ordinal))
                    CaseLedger.Project(db, Case.Replay(group.Key, group.Select(CaseLedger.Recorded)), isNew: true);
            }, cancel);
            done += chunk.Length;
            progress?.Report(done);
        }
        return numbers.Count;
    }

    internal static string SearchText(CaseView v) => string.Join('\n', new[]
    {
        v.CaseNo, v.ReviewNo, v.TicketNo, v.OrgName, v.HallName, v.CounterName, v.ItemName, v.Tags, v.TextMasked, v.HandlerName,
    }.Where(t => !string.IsNullOrEmpty(t))).ToLowerInvariant();
}

using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>support_task</c>: a supporting unit's task of a joint matter; a projection of the case's events, as <c>case_view</c> is.</summary>
public sealed class SupportTaskRow
{
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>The task's number within the case.</summary>
    public int TaskNo { get; set; }
    /// <summary>The supporting unit.</summary>
    public required string OrgCode { get; set; }
    /// <summary>Its name.</summary>
    public string? OrgName { get; set; }
    /// <summary>Where it stands.</summary>
    public SupportState State { get; set; }
    /// <summary>Something still has to be done.</summary>
    public bool IsOpen { get; set; }
    /// <summary>Local.</summary>
    public DateTime AskedAt { get; set; }
    /// <summary>Its deadline, local.</summary>
    public DateTime? DueAt { get; set; }
    /// <summary>That deadline runs into an unannounced year.</summary>
    public bool IsProvisional { get; set; }
    /// <summary>The highest card of that deadline, or null.</summary>
    public Card? Card { get; set; }
    /// <summary>A deadline of it was missed.</summary>
    public bool WasLate { get; set; }
    /// <summary>Who signed for it, or null.</summary>
    public string? HandlerId { get; set; }
    /// <summary>That person's name.</summary>
    public string? HandlerName { get; set; }
    /// <summary>Local, or null.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The row of a task.</summary>
    internal static SupportTaskRow Of(string caseNo, SupportTask t) => new()
    {
        CaseNo = caseNo,
        TaskNo = t.No,
        OrgCode = t.OrgCode,
        OrgName = t.OrgName,
        State = t.State,
        IsOpen = t.IsOpen,
        AskedAt = t.AskedAt,
        DueAt = t.Deadline?.DueAt,
        IsProvisional = t.Deadline is { Provisional: true },
        Card = t.Deadline is not { } due ? null
            : t.Cards.Contains((Feedback.Card.Red, due.DueAt)) ? Feedback.Card.Red
            : t.Cards.Contains((Feedback.Card.Yellow, due.DueAt)) ? Feedback.Card.Yellow : null,
        WasLate = t.Missed.Count > 0,
        HandlerId = t.HandlerId,
        HandlerName = t.HandlerName,
        EndedAt = t.EndedAt,
    };

    /// <summary>A case's line as the supporting unit's list shows it: with the task's deadline, person and card instead of the lead's.</summary>
    internal CaseView Line(CaseView view) => view with
    {
        DueStep = DeadlineStep.Support,
        DueAt = DueAt,
        IsProvisional = IsProvisional,
        IsStopped = false,
        HandlerId = HandlerId,
        HandlerName = HandlerName,
        Card = Card,
        WasLate = WasLate,
    };
}

/// <summary>Rows beside a case's line that the same events give: kept in step with it, in its transaction.</summary>
internal static class BesideRows
{
    /// <summary>Adds what is new of these cases and brings the rest up to date. Cases that never had any cost nothing.</summary>
    internal static async Task KeepAsync(OperationsDb db, IReadOnlyCollection<Case> cases, CancellationToken cancel)
    {
        var supported = cases.Where(c => c.SupportTasks.Count > 0).ToList();
        foreach (var chunk in supported.Chunk(400))
        {
            var numbers = chunk.Select(c => c.CaseNo).ToList();
            var known = await db.SupportTasks.Where(t => numbers.Contains(t.CaseNo)).ToDictionaryAsync(t => (t.CaseNo, t.TaskNo), cancel);
            foreach (var row in chunk.SelectMany(c => c.SupportTasks.Select(t => SupportTaskRow.Of(c.CaseNo, t))))
                if (known.TryGetValue((row.CaseNo, row.TaskNo), out var old))
                    db.Entry(old).CurrentValues.SetValues(row);
                else
                    db.SupportTasks.Add(row);
        }
        await FallbackRow.KeepAsync(db, cases, cancel);
    }
}

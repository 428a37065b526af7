using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>fallback_entry</c>: a line of the fallback register (兜底台账); a projection of the case's events, as <c>case_view</c> is.</summary>
public sealed class FallbackRow
{
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>The entry's number within the case.</summary>
    public int EntryNo { get; set; }
    /// <summary>What brought it there.</summary>
    public FallbackOrigin Origin { get; set; }
    /// <summary>Why, where a person entered it; masked.</summary>
    public string? Reason { get; set; }
    /// <summary>Local.</summary>
    public DateTime TakenAt { get; set; }
    /// <summary>Solved or not; null while open.</summary>
    public FallbackOutcome? Outcome { get; set; }
    /// <summary>What did it, or why it could not be done; masked.</summary>
    public string? Answer { get; set; }
    /// <summary>Local; null while open.</summary>
    public DateTime? EndedAt { get; set; }
    /// <summary>Working days it took; null while open.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>Adds what is new of these cases and brings the rest up to date, in the transaction of their lines.</summary>
    internal static async Task KeepAsync(OperationsDb db, IReadOnlyCollection<Case> cases, CancellationToken cancel)
    {
        foreach (var chunk in cases.Where(c => c.FallbackEntries.Count > 0).Chunk(400))
        {
            var numbers = chunk.Select(c => c.CaseNo).ToList();
            var known = await db.Fallbacks.Where(f => numbers.Contains(f.CaseNo)).ToDictionaryAsync(f => (f.CaseNo, f.EntryNo), cancel);
            foreach (var row in chunk.SelectMany(c => c.FallbackEntries.Select(e => Of(c.CaseNo, e))))
                if (known.TryGetValue((row.CaseNo, row.EntryNo), out var old))
                    db.Entry(old).CurrentValues.SetValues(row);
                else
                    db.Fallbacks.Add(row);
        }
    }

    private static FallbackRow Of(string caseNo, FallbackEntry e) => new()
    {
        CaseNo = caseNo,
        EntryNo = e.No,
        Origin = e.Origin,
        Reason = e.Reason,
        TakenAt = e.TakenAt,
        Outcome = e.Outcome,
        Answer = e.Answer,
        EndedAt = e.EndedAt,
        WorkingDays = e.WorkingDays,
    };
}

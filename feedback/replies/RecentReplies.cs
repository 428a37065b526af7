using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A reply handed in before.</summary>
/// <param name="CaseNo">The case it answered.</param>
/// <param name="At">When, local.</param>
/// <param name="Review">The citizen's words, masked; null where none were written.</param>
/// <param name="Reply">The reply.</param>
public sealed record EarlierReply(string CaseNo, DateTime At, string? Review, string Reply);

/// <summary>What a unit answered lately, to see whether a reply only repeats it.</summary>
public sealed class RecentReplies(OperationsStore store)
{
    /// <summary>The last replies of a unit, newest first, without those of one case.</summary>
    public async Task<IReadOnlyList<EarlierReply>> OfAsync(string orgCode, string exceptCaseNo, int n = 200, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.Events.AsNoTracking()
            .Where(e => e.EventType == "FeedbackSubmitted" && e.OrgCode == orgCode && e.CaseNo != exceptCaseNo)
            .OrderByDescending(e => e.Position).Take(n)
            .Join(db.Views, e => e.CaseNo, v => v.CaseNo, (e, v) => new { e.CaseNo, e.At, e.Position, e.Data, v.TextMasked })
            .OrderByDescending(e => e.Position).ToListAsync(cancel);
        return rows.ConvertAll(r => new EarlierReply(
            r.CaseNo, r.At, r.TextMasked, ((FeedbackSubmitted)EventCodec.Read(nameof(FeedbackSubmitted), r.Data)).Text));
    }
}
